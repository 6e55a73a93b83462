"""Any Word document against the decree's rules of layout: found, remarked, repaired."""
