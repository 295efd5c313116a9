"""Stochastic multicriteria acceptability analysis (SMAA-2, Lahdelma & Salminen 2001).

How often does each option come first, and each rank, over all admissible weights and all scores
within their ranges? Rank acceptability is a share of weightings, never a likelihood of success.
"""
