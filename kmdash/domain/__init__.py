"""The ground everything stands on: nouns and words of the field, without input or output."""
