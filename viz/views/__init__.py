"""What each view of the page shows, one view a module, and the parts that several of them show."""
