"""kmdash: a dashboard for the knowledge-management plans of Thai public offices."""
