package dev.assay.app.workbench;

/**
 * What a view works with.
 *
 * @param study the open study
 * @param background where everything is done that takes longer than a frame
 * @param jobs steps of the study that run
 * @param settings what the person has chosen for the program
 * @param models language models of the person
 * @param costs what they have cost in this study
 */
public record Workbench(
        OpenStudy study,
        Background background,
        Navigator navigator,
        Actions actions,
        Jobs jobs,
        Details details,
        Dialogs dialogs,
        Settings settings,
        OwnModels models,
        Costs costs) {}
