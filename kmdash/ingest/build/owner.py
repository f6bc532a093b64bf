"""Whose file is being read."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Owner:
    """Office (None: not known), fiscal year (BE; None: not known), the file's name, and the last fiscal year.

    ``last_fiscal_year`` is that of plans over several years (BE); None where they are for one.
    """

    office: str | None
    fiscal_year: int | None
    file: str
    last_fiscal_year: int | None = None

    @property
    def fiscal_years(self) -> tuple[int, int] | None:
        """First and last fiscal year of the plans (BE); None if not known."""
        if self.fiscal_year is None:
            return None
        return self.fiscal_year, self.last_fiscal_year or self.fiscal_year

    def of(self, years: tuple[int | None, int | None] | None) -> "Owner":
        """The owner of a plan with its own first and last fiscal year (BE); itself where the plan has none."""
        return self if years is None else replace(self, fiscal_year=years[0], last_fiscal_year=years[1])
