(** * Everything

    [all_theorems] gathers every theorem of the development in one tuple, so that
    one command lists the axioms they rest on: those of the standard library's
    real numbers and nothing else.  The line printed last shows that the run
    reached its end.
*)
From BoN Require Import Curve Cubic Identities Falsehoods Counterexamples.
From BoN Require Import Definitions Calculus Sums Bounds Law LocalGap KL WinRate Estimator
  Improved Gap GapTwo Mixed Monotone Rewind Draws Ties Divergences Tilt
  Sharp Limits Compute Examples.
From BoN Require Import TopRatio Variance TiesShares TiesDivergences
  EstimatorTies EstimatorsMonotone Bregman.

Definition all_theorems :=
  ( (* Bounds *)
    ( ln_series_bounds, exp_series_lower, exp_series_upper ),
    (* Law *)
    ( best_of_two_cdf, best_of_cdf, best_of_pmf, best_of_policy,
      best_of_one, slope_between, slope_between_lt, ratio_nondecreasing,
      ratio_bounds ),
    (* LocalGap *)
    ( formula_nonneg, formula_pos, local_gap_bottom, local_gap_nonneg,
      local_gap_scale, local_gap_merge, local_gap_merge_lt, local_gap_pos,
      local_gap_split, top_gap_0, top_gap_1, top_gap_nonneg,
      top_gap_monotone, top_gap_range, local_gap_le_tangent ),
    (* KL *)
    ( gap_is_sum_of_local_gaps, kl_le_formula, kl_lt_formula, kl_ne_formula,
      kl_eq_formula_iff, kl_nonneg, gap_ge_subset, gap_ge_top,
      kl_le_neg_ln_best, gap_ge_ln ),
    (* WinRate *)
    ( win_rate_mid_cdf, win_rate_trapezoid, win_rate_one, win_rate_le,
      win_rate_lt, win_rate_gap_le_quadratic, win_rate_gap_le_cubic,
      win_rate_gap_two ),
    (* Estimator *)
    ( estimator_is_formula_minus_top_gap, estimator_at_one, estimator_range,
      estimator_antitone, kl_le_estimator_best, estimator_upper ),
    (* Improved *)
    ( unbiased_estimator, better_estimator_is_formula_minus_share,
      better_estimator_nonneg, better_estimator_le_estimator,
      better_estimator_antitone, better_estimator_upper,
      better_estimator_mean_le, better_estimator_mean_lt,
      estimator_upper_lt, unbiased_estimator_range,
      unbiased_estimator_variance_le ),
    (* Gap *)
    ( gap_le_half_quadratic, gap_le_quadratic, gap_le_largest,
      gap_le_quadratic_weighted, quadratic_constant_iff, top_gap_le_cubic,
      gap_le_cubic_weighted, gap_le_cubic ),
    (* GapTwo *)
    ( top_gap_two_le_cubic, gap_two_le_cubic, gap_two_le_quadratic,
      gap_two_constant_sharp ),
    (* Mixed *)
    ( mixed_gap, mixed_kl_le_formula, mixed_kl_eq_formula_iff,
      continuous_part_is_limit ),
    (* Monotone *)
    ( reward_monotone, kl_superadditive, kl_monotone, win_rate_monotone,
      kl_strictly_monotone, win_rate_strictly_monotone ),
    (* Rewind *)
    ( rewind_law, rewind_converges, top_part_distribution, rewind_kl,
      rewind_win_rate ),
    (* Draws *)
    ( best_of_enumeration, draws_exchange ),
    (* Ties *)
    ( level_policy, level_best_of, level_kl_le, random_ties_enumeration,
      random_ties_distribution, random_ties_kl, win_rate_ties_levels,
      win_rate_ties_le, win_rate_ties_le_refined ),
    (* Divergences *)
    ( f_divergence_le, likelihood_ratio_le, chi_square_le, reverse_kl_le,
      renyi_le, hellinger_le, total_variation_le_at, total_variation_le,
      pinsker, transport ),
    (* Tilt *)
    ( tilt_policy, tilt_identity, tilt_is_optimal, donsker_varadhan,
      win_rate_kl_trade_off, win_rate_le_optimal_curve ),
    (* Sharp *)
    ( top_gap_ge_cubic, gap_cubic_constant_sharp,
      win_rate_cubic_constant_sharp ),
    (* Limits *)
    ( gap_unbounded, kl_ge_neg_ln_best, kl_tends ),
    (* Compute *)
    ( ln_ge_by_computation, ln_le_by_computation, ln_3_to_ten_digits ),
    (* Curve *)
    ( law_on_levels, curve_of_tilt, curve_kl_onto,
      win_rate_ties_le_optimal_curve, win_rate_at_no_divergence,
      optimal_win_rate, trade_off_at_formula, trade_off_at_best_of,
      rewind_at_formula ),
    (* Cubic *)
    ( weighted_cubes_le, gap_cubic_weighted_constant_sharp, gap_cubic_constant_iff,
      no_cubic_bound_at_two ),
    (* Identities *)
    ( one_draw_diverges_nowhere, chi_square_by_squares, largest_log_ratio,
      gap_le_collision_entropy, chi_square_lt, renyi_two_lt ),
    (* Falsehoods *)
    ( kl_lt_ln_minus_inverse, kl_lt_ln, kl_lt_binary_formula, gap_lt_quadratic,
      estimator_lt_best_log_ratio, wins_and_ties_gt, level_kl_lt ),
    (* Counterexamples *)
    ( kl_gt_ln_minus_one, kl_has_no_largest_policy, kl_is_not_concave,
      kl_far_below_formula, estimator_le_neg_ln, estimator_below_kl,
      total_variation_below_bound, outcome_masses_are_no_bound ),
    (* Examples *)
    ( uniform_policy, formula_is_sharp, win_rate_bound_is_sharp,
      uniform_gap_le, binary_law, binary_kl, binary_kl_le_ln_2,
      binary_kl_two, binary_win_rate_two, binary_formula_two,
      two_levels_example, formula_increasing, formula_onto,
      ideal_curve_is_no_bound ),
    (* TopRatio *)
    ( kl_le_ln_top_ratio, ln_top_ratio_le ),
    (* Variance *)
    ( quantile_estimator_is_unbiased_one, quantile_estimator_mean,
      quantile_estimator_range, bhatia_davis, quantile_estimator_variance_le ),
    (* TiesShares *)
    ( random_ties_one, random_ties_expect, random_ties_homogeneous,
      random_ties_f_divergence, random_ties_kl_between, random_ties_ratio,
      random_ties_chi_square, random_ties_reverse_kl, random_ties_renyi,
      random_ties_hellinger, random_ties_total_variation, renyi_by_ratios ),
    (* TiesDivergences *)
    ( likelihood_ratio_ties_le, chi_square_ties_le, reverse_kl_ties_le,
      renyi_ties_le, hellinger_ties_le, total_variation_ties_le,
      total_variation_ties_one, kl_superadditive_ties ),
    (* EstimatorTies *)
    ( better_estimator_ties_upper, better_estimator_ties_mean_le,
      estimator_ties_upper ),
    (* EstimatorsMonotone *)
    ( estimator_mean_monotone, better_estimator_mean_monotone,
      estimator_ties_mean_monotone, better_estimator_ties_mean_monotone ),
    (* Bregman *)
    ( log_sinh_derivatives, local_gap_bregman, bregman_bounds ) ).

Print Assumptions all_theorems.

Goal True.
idtac "BEST-OF-N: ALL THEOREMS CHECKED".
exact I.
Qed.
