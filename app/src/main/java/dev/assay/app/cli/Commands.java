package dev.assay.app.cli;

import dev.assay.app.platform.OutputFile;
import dev.assay.app.platform.PersonalModels;
import dev.assay.app.steps.ModelServices;
import dev.assay.datasets.AssayException;
import dev.assay.datasets.ProgramVersion;
import dev.assay.datasets.StoppedException;
import dev.assay.datasets.jobs.Cancellation;
import dev.assay.datasets.models.ServiceRefusedException;
import dev.assay.datasets.study.Study;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program {@code assay}: its global options, its commands, and what becomes of their errors. */
@Command(
        name = "assay",
        description = "A workbench for feedback-driven evaluation of language models and agents.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Commands.Version.class,
        subcommands = {
            DemoCommand.class,
            ImportCommand.class,
            TaxonomyCommand.class,
            TagCommand.class,
            RespondCommand.class,
            JudgeCommand.class,
            ProfileCommand.class,
            FigureCommand.class,
            ReportCommand.class,
            ExportCommand.class,
            ModelsCommand.class,
            StatusCommand.class,
            ResumeCommand.class,
            EstimateCommand.class,
            BudgetCommand.class,
            BatchCommand.class,
            StudyCommand.class,
            DoctorCommand.class,
            OpenCommand.class,
            ScreensCommand.class
        },
        sortOptions = false,
        usageHelpAutoWidth = true,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:done in part: some units failed; the same command goes on with them",
            "2:bad usage or bad input: nothing was changed",
            "3:stopped by budget, cancel, interrupt or a full disk: what was done is kept, the same command goes on",
            "4:a model service refused (key, quota) or cannot be reached: what was done is kept, the same command goes on",
            "70:a fault of the program; the study is unharmed"
        })
final class Commands implements Callable<Integer> {

    @Option(names = "--study", paramLabel = "FILE.assay", scope = ScopeType.INHERIT, defaultValue = "study.assay",
            description = "The study (default: ${DEFAULT-VALUE}).")
    private Path study;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print one JSON object at the end, and nothing else, on standard output.")
    private boolean json;

    @Option(names = "--quiet", scope = ScopeType.INHERIT, description = "No progress and no messages.")
    private boolean quiet;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace of an error.")
    private boolean debug;

    @Spec
    private CommandSpec spec;

    private final Console console;
    private final Clock clock;
    private final Cancellation cancellation;
    private final Supplier<ModelServices> modelServices;
    private final PersonalModels person;

    Commands(Console console, Clock clock, Cancellation cancellation, Supplier<ModelServices> modelServices, PersonalModels person) {
        this.console = console;
        this.clock = clock;
        this.cancellation = cancellation;
        this.modelServices = modelServices;
        this.person = person;
    }

    /** Runs one command line and returns its exit code. */
    int run(String... args) {
        CommandLine line = new CommandLine(this);
        line.setOut(console.outWriter());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        // An @ before a text means a file to the option that says so, and nothing else.
        line.setExpandAtFiles(false);
        // Its options are those of the command that it is asked about.
        Objects.requireNonNull(line.getSubcommands().get("estimate")).setUnmatchedOptionsArePositionalParams(true);
        line.setExecutionStrategy(parsed -> {
            console.configure(json, quiet);
            return new CommandLine.RunLast().execute(parsed);
        });
        line.setParameterExceptionHandler((e, _) -> refuse(e));
        line.setExecutionExceptionHandler((e, _, _) -> explain(e));
        try {
            return line.execute(isStudyAlone(args) ? new String[] {"open", args[0]} : args);
        } catch (StackOverflowError | OutOfMemoryError e) {
            return explain(e);
        }
    }

    @Override
    public Integer call() {
        return OpenCommand.open(this, namedStudy(), false);
    }

    Console console() {
        return console;
    }

    Clock clock() {
        return clock;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    /** The person's models, to be changed and tried. */
    PersonalModels person() {
        return person;
    }

    /** The person's models, as they are set up now. To be closed when the command is done. */
    ModelServices modelServices() {
        return modelServices.get();
    }

    /** What was said for every command, to be said to another one. */
    List<String> globalOptions() {
        List<String> options = new ArrayList<>(List.of("--study", study.toString()));
        if (json) {
            options.add("--json");
        }
        if (quiet) {
            options.add("--quiet");
        }
        if (debug) {
            options.add("--debug");
        }
        return options;
    }

    /** Whether a command, as words of a line, may call models, and so can tell what that would cost. */
    boolean callsModels(List<String> words) {
        CommandLine command = new CommandLine(this);
        for (String word : words) {
            CommandLine next = command.getSubcommands().get(word);
            if (next == null) {
                break;
            }
            command = next;
        }
        // What is no command at all is refused by running it.
        return command.getParent() == null || command.getCommandSpec().findOption("--dry-run") != null;
    }

    /** To run another command with. */
    Commands another() {
        return new Commands(console, clock, cancellation, modelServices, person);
    }

    /** What is said about a step that stopped before its end, and the code for it. */
    int explainStop(RuntimeException reason) {
        return explain(reason);
    }

    Study openForReading() {
        return Study.openReadOnly(study);
    }

    Study openForWriting() {
        return Study.open(study, clock);
    }

    Study openOrCreate() {
        return Study.openOrCreate(study, clock);
    }

    boolean studyIsNamed() {
        return spec.commandLine().getParseResult().asCommandLineList().stream()
                .anyMatch(part -> part.getParseResult().hasMatchedOption("--study"));
    }

    /** The study that the command line names, if it names one. */
    Optional<Path> namedStudy() {
        return studyIsNamed() ? Optional.of(study) : Optional.empty();
    }

    /** A study file and nothing else, as a file manager passes it. */
    private static boolean isStudyAlone(String... args) {
        return args.length == 1 && args[0].endsWith(".assay") && !args[0].startsWith("-");
    }

    Path studyFile() {
        return study;
    }

    /**
     * Where a command writes a file to.
     *
     * @throws AssayException if a study lies there, or a file that belongs to one
     */
    Path output(Path file) {
        return OutputFile.checked(file, study);
    }

    private int refuse(ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        console.error(e.getMessage() + "; see `" + command + " --help`");
        return ExitCode.BAD_INPUT;
    }

    private int explain(Throwable e) {
        if (debug) {
            console.trace(e);
        }
        // Whatever a command stumbles over while the program is being ended is not the reason why it ends.
        if (cancellation.requested()) {
            console.error(StoppedException.BY_PERSON);
            return ExitCode.STOPPED;
        }
        if (e instanceof AssayException mendable) {
            console.error(mendable.getMessage());
            return switch (mendable) {
                case ServiceRefusedException _ -> ExitCode.SERVICE_REFUSED;
                case StoppedException _ -> ExitCode.STOPPED;
                default -> ExitCode.BAD_INPUT;
            };
        }
        console.error("a fault of Assay, the study is unharmed: " + e + "; run the same with --debug and report what it prints");
        return ExitCode.FAULT;
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"assay " + ProgramVersion.current()};
        }
    }
}
