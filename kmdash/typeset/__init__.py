"""Words and widths of what is shown: below the charts and the pages, which break their lines by them."""
