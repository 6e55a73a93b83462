"""What is true of a plan: pure functions over the model, no files, no clock."""
