"""Meetings and signings: who met when and where, who brokered it, and what came of it."""
