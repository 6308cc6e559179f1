namespace SrRepl.Language.Tests;

/// <summary>Whoever comes from PySR is understood: every parameter of its regressor is an option here, or a hint says what takes its place.</summary>
public class ForeignOptionsTests
{
    public static TheoryData<string> Parameters =>
    [
        .. """
        model_selection binary_operators unary_operators niterations populations population_size max_evals maxsize
        maxdepth warmup_maxsize_by timeout_in_seconds constraints nested_constraints elementwise_loss loss_function
        loss_function_expression loss_scale complexity_of_operators complexity_of_constants complexity_of_variables complexity_mapping
        parsimony use_frequency use_frequency_in_tournament
        adaptive_parsimony_scaling alpha annealing early_stop_condition ncycles_per_iteration fraction_replaced fraction_replaced_hof
        fraction_replaced_guesses weight_add_node weight_insert_node weight_delete_node weight_do_nothing weight_mutate_constant
        weight_mutate_operator weight_mutate_feature weight_swap_operands weight_rotate_tree weight_randomize weight_simplify weight_optimize
        crossover_probability skip_mutation_failures migration hof_migration topn should_simplify should_optimize_constants
        optimizer_nrestarts optimizer_f_calls_limit optimize_probability optimizer_iterations perturbation_factor
        probability_negate_constant tournament_selection_n tournament_selection_p parallelism procs cluster_manager heap_size_hint_in_bytes
        batching batch_size fast_cycle turbo bumper precision autodiff_backend random_state deterministic warm_start guesses verbosity
        update_verbosity print_precision progress logger_spec input_stream run_id output_directory temp_equation_file tempdir delete_tempfiles
        update output_jax_format output_torch_format extra_sympy_mappings extra_torch_mappings extra_jax_mappings
        optimizer_algorithm select_k_features denoise X_units y_units dimensional_constraint_penalty dimensionless_constants_only
        variable_names weights expression_spec
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    [Theory]
    [MemberData(nameof(Parameters))]
    public void A_parameter_of_PySR_is_an_option_or_has_advice(string name)
    {
        var evolve = VerbTable.Find("evolve")!;
        var known = ForeignOptions.Find(evolve, evolve.Options, name) is not null;
        (known || ForeignOptions.Advice(evolve, name) is not null).ShouldBeTrue(name);
    }

    [Fact]
    public void Other_verbs_do_not_know_these_names()
    {
        var split = VerbTable.Find("split")!;
        ForeignOptions.Find(split, split.Options, "random_state").ShouldBeNull();
        ForeignOptions.Advice(split, "bumper").ShouldBeNull();
    }
}
