"""What several rooms share of Office files: Word XML, the package, what kind of file one is."""
