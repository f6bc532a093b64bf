"""Drafts to register parts: ids, dates, stages, thresholds, once office and fiscal year are known."""
