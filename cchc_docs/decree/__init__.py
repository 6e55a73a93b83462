"""What Nghị định 30/2020/NĐ-CP says in figures and fixed words, as data with its clause."""
