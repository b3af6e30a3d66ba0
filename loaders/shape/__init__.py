"""What sheets have beside headed rows: titles, headers in two rows, merged cells, totals, footnotes, damaged codes."""
