"""Writers: each turns a workbook's plain sheets into one kind of file."""
