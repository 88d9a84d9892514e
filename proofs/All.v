(** * Everything

    [all_theorems] gathers every theorem of the development in one term, so that
    one command lists the axioms they rest on: those of the standard library's
    real numbers and nothing else.  A tuple would repeat all statements in its type.
    The line printed last shows that the run reached its end.
*)
From BoN Require Import Curve Cubic Identities Falsehoods Counterexamples.
From BoN Require Import Definitions Calculus Sums Bounds Law LocalGap KL WinRate Estimator
  Improved Gap GapTwo Mixed Monotone Rewind Draws Ties Divergences Tilt
  Sharp Limits Compute Examples.
From BoN Require Import TopRatio Variance TiesShares TiesDivergences
  EstimatorTies EstimatorsMonotone Bregman.

Definition all_theorems : True :=
  (* Bounds *)
  let _ := @ln_series_bounds in let _ := @exp_series_lower in
  let _ := @exp_series_upper in
  (* Law *)
  let _ := @best_of_two_cdf in let _ := @best_of_cdf in let _ := @best_of_pmf in
  let _ := @best_of_policy in let _ := @best_of_one in let _ := @slope_between in
  let _ := @slope_between_lt in let _ := @ratio_nondecreasing in
  let _ := @ratio_bounds in
  (* LocalGap *)
  let _ := @formula_nonneg in let _ := @formula_pos in let _ := @local_gap_bottom in
  let _ := @local_gap_nonneg in let _ := @local_gap_scale in
  let _ := @local_gap_merge in let _ := @local_gap_merge_lt in
  let _ := @local_gap_pos in let _ := @local_gap_split in let _ := @top_gap_0 in
  let _ := @top_gap_1 in let _ := @top_gap_nonneg in let _ := @top_gap_monotone in
  let _ := @top_gap_range in let _ := @local_gap_le_tangent in
  (* KL *)
  let _ := @gap_is_sum_of_local_gaps in let _ := @kl_le_formula in
  let _ := @kl_lt_formula in let _ := @kl_ne_formula in let _ := @kl_eq_formula_iff in
  let _ := @kl_nonneg in let _ := @gap_ge_subset in let _ := @gap_ge_top in
  let _ := @kl_le_neg_ln_best in let _ := @gap_ge_ln in
  (* WinRate *)
  let _ := @win_rate_mid_cdf in let _ := @win_rate_trapezoid in
  let _ := @win_rate_one in let _ := @win_rate_le in let _ := @win_rate_lt in
  let _ := @win_rate_gap_le_quadratic in let _ := @win_rate_gap_le_cubic in
  let _ := @win_rate_gap_two in
  (* Estimator *)
  let _ := @estimator_is_formula_minus_top_gap in let _ := @estimator_at_one in
  let _ := @estimator_range in let _ := @estimator_antitone in
  let _ := @kl_le_estimator_best in let _ := @estimator_upper in
  (* Improved *)
  let _ := @unbiased_estimator in let _ := @better_estimator_is_formula_minus_share in
  let _ := @better_estimator_nonneg in let _ := @better_estimator_le_estimator in
  let _ := @better_estimator_antitone in let _ := @better_estimator_upper in
  let _ := @better_estimator_mean_le in let _ := @better_estimator_mean_lt in
  let _ := @estimator_upper_lt in let _ := @unbiased_estimator_range in
  let _ := @unbiased_estimator_variance_le in
  (* Gap *)
  let _ := @gap_le_half_quadratic in let _ := @gap_le_quadratic in
  let _ := @gap_le_largest in let _ := @gap_le_quadratic_weighted in
  let _ := @quadratic_constant_iff in let _ := @top_gap_le_cubic in
  let _ := @gap_le_cubic_weighted in let _ := @gap_le_cubic in
  (* GapTwo *)
  let _ := @top_gap_two_le_cubic in let _ := @gap_two_le_cubic in
  let _ := @gap_two_le_quadratic in let _ := @gap_two_constant_sharp in
  (* Mixed *)
  let _ := @mixed_gap in let _ := @mixed_kl_le_formula in
  let _ := @mixed_kl_eq_formula_iff in let _ := @continuous_part_is_limit in
  (* Monotone *)
  let _ := @reward_monotone in let _ := @kl_superadditive in let _ := @kl_monotone in
  let _ := @win_rate_monotone in let _ := @kl_strictly_monotone in
  let _ := @win_rate_strictly_monotone in
  (* Rewind *)
  let _ := @rewind_law in let _ := @rewind_converges in
  let _ := @top_part_distribution in let _ := @rewind_kl in let _ := @rewind_win_rate in
  (* Draws *)
  let _ := @best_of_enumeration in let _ := @draws_exchange in
  (* Ties *)
  let _ := @level_policy in let _ := @level_best_of in let _ := @level_kl_le in
  let _ := @random_ties_enumeration in let _ := @random_ties_distribution in
  let _ := @random_ties_kl in let _ := @win_rate_ties_levels in
  let _ := @win_rate_ties_le in let _ := @win_rate_ties_le_refined in
  (* Divergences *)
  let _ := @f_divergence_le in let _ := @likelihood_ratio_le in
  let _ := @chi_square_le in let _ := @reverse_kl_le in let _ := @renyi_le in
  let _ := @hellinger_le in let _ := @total_variation_le_at in
  let _ := @total_variation_le in let _ := @pinsker in let _ := @transport in
  (* Tilt *)
  let _ := @tilt_policy in let _ := @tilt_identity in let _ := @tilt_is_optimal in
  let _ := @donsker_varadhan in let _ := @win_rate_kl_trade_off in
  let _ := @win_rate_le_optimal_curve in
  (* Sharp *)
  let _ := @top_gap_ge_cubic in let _ := @gap_cubic_constant_sharp in
  let _ := @win_rate_cubic_constant_sharp in
  (* Limits *)
  let _ := @gap_unbounded in let _ := @kl_ge_neg_ln_best in let _ := @kl_tends in
  (* Compute *)
  let _ := @ln_ge_by_computation in let _ := @ln_le_by_computation in
  let _ := @ln_3_to_ten_digits in
  (* Curve *)
  let _ := @law_on_levels in let _ := @curve_of_tilt in let _ := @curve_kl_onto in
  let _ := @win_rate_ties_le_optimal_curve in let _ := @win_rate_at_no_divergence in
  let _ := @optimal_win_rate in let _ := @trade_off_at_formula in
  let _ := @trade_off_at_best_of in let _ := @rewind_at_formula in
  (* Cubic *)
  let _ := @weighted_cubes_le in let _ := @gap_cubic_weighted_constant_sharp in
  let _ := @gap_cubic_constant_iff in let _ := @no_cubic_bound_at_two in
  (* Identities *)
  let _ := @one_draw_diverges_nowhere in let _ := @chi_square_by_squares in
  let _ := @largest_log_ratio in let _ := @gap_le_collision_entropy in
  let _ := @chi_square_lt in let _ := @renyi_two_lt in
  (* Falsehoods *)
  let _ := @kl_lt_ln_minus_inverse in let _ := @kl_lt_ln in
  let _ := @kl_lt_binary_formula in let _ := @gap_lt_quadratic in
  let _ := @estimator_lt_best_log_ratio in let _ := @wins_and_ties_gt in
  let _ := @level_kl_lt in
  (* Counterexamples *)
  let _ := @kl_gt_ln_minus_one in let _ := @kl_has_no_largest_policy in
  let _ := @kl_is_not_concave in let _ := @kl_far_below_formula in
  let _ := @estimator_le_neg_ln in let _ := @estimator_below_kl in
  let _ := @total_variation_below_bound in let _ := @outcome_masses_are_no_bound in
  (* Examples *)
  let _ := @uniform_policy in let _ := @formula_is_sharp in
  let _ := @win_rate_bound_is_sharp in let _ := @uniform_gap_le in
  let _ := @binary_law in let _ := @binary_kl in let _ := @binary_kl_le_ln_2 in
  let _ := @binary_kl_two in let _ := @binary_win_rate_two in
  let _ := @binary_formula_two in let _ := @two_levels_example in
  let _ := @formula_increasing in let _ := @formula_onto in
  let _ := @ideal_curve_is_no_bound in
  (* TopRatio *)
  let _ := @kl_le_ln_top_ratio in let _ := @ln_top_ratio_le in
  (* Variance *)
  let _ := @quantile_estimator_is_unbiased_one in let _ := @quantile_estimator_mean in
  let _ := @quantile_estimator_range in let _ := @bhatia_davis in
  let _ := @quantile_estimator_variance_le in
  (* TiesShares *)
  let _ := @random_ties_one in let _ := @random_ties_expect in
  let _ := @random_ties_homogeneous in let _ := @random_ties_f_divergence in
  let _ := @random_ties_kl_between in let _ := @random_ties_ratio in
  let _ := @random_ties_chi_square in let _ := @random_ties_reverse_kl in
  let _ := @random_ties_renyi in let _ := @random_ties_hellinger in
  let _ := @random_ties_total_variation in let _ := @renyi_by_ratios in
  (* TiesDivergences *)
  let _ := @likelihood_ratio_ties_le in let _ := @chi_square_ties_le in
  let _ := @reverse_kl_ties_le in let _ := @renyi_ties_le in
  let _ := @hellinger_ties_le in let _ := @total_variation_ties_le in
  let _ := @total_variation_ties_one in let _ := @kl_superadditive_ties in
  (* EstimatorTies *)
  let _ := @better_estimator_ties_upper in let _ := @better_estimator_ties_mean_le in
  let _ := @estimator_ties_upper in
  (* EstimatorsMonotone *)
  let _ := @estimator_mean_monotone in let _ := @better_estimator_mean_monotone in
  let _ := @estimator_ties_mean_monotone in
  let _ := @better_estimator_ties_mean_monotone in
  (* Bregman *)
  let _ := @log_sinh_derivatives in let _ := @local_gap_bregman in
  let _ := @bregman_bounds in
  I.

Print Assumptions all_theorems.

Goal True.
idtac "BEST-OF-N: ALL THEOREMS CHECKED".
exact I.
Qed.
