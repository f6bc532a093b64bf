"""The vote's rules one ballot at a time: what the vectorised count is measured by."""


def outcome(ballot, candidates, marks, over_vote="invalid"):
    """Votes by candidate, ranks by candidate, the chosen (None: not known), and (code, voter) of what is not counted.

    ``ballot`` holds ``limit``, ``seats`` and ``names`` (None: not named); ``candidates`` are ids in source order;
    ``marks`` are (voter, candidate, paper) in source order.
    """
    votes = dict.fromkeys(candidates, 0)
    rejected, papers, choices = [], {}, {}
    for voter, candidate, paper in marks:
        if voter is None:
            rejected.append(("no_voter", None))
        elif ballot["names"] is not None and voter not in ballot["names"]:
            rejected.append(("unknown_voter", voter))
        elif papers.setdefault(voter, paper) != paper:
            rejected.append(("second_ballot", voter))
        elif candidate is not None and candidate in choices.setdefault(voter, []):
            rejected.append(("same_candidate", voter))
        elif candidate is not None:
            choices[voter].append(candidate)
    for voter, chosen in choices.items():
        counted = chosen
        if ballot["limit"] is not None and len(chosen) > ballot["limit"]:
            if over_vote == "invalid":
                rejected += [("over_vote", voter)] * len(chosen)
                continue
            counted = chosen[: ballot["limit"]]
            rejected += [("beyond_limit", voter)] * (len(chosen) - len(counted))
        for candidate in counted:
            if candidate in votes:
                votes[candidate] += 1
            else:
                rejected.append(("unknown_candidate", voter))
    return votes, *ranked(votes, ballot["seats"]), sorted(rejected, key=str)


def ranked(votes, seats):
    """Ranks and who is chosen, by candidate."""
    counts = list(votes.values())
    ranks = {name: 1 + sum(other > own for other in counts) for name, own in votes.items()}
    chosen = {}
    for name, rank in ranks.items():
        last = rank + counts.count(votes[name]) - 1
        chosen[name] = None if seats is None or rank <= seats < last else rank <= seats
    return ranks, chosen
