"""What parties want, offer, accept and refuse: stances, the issues that they are about, agreements and plans."""
