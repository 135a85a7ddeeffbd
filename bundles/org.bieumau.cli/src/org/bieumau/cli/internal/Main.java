/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.bieumau.core.problem.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: <code>bieumau</code>. */
@Command(
        name = "bieumau",
        mixinStandardHelpOptions = true,
        version = Main.VERSION,
        subcommands = {
            ExportCommand.class,
            ValidateCommand.class,
            ImportCommand.class,
            CheckCommand.class,
            CompareCommand.class,
            DrawCommand.class,
            ConsolidateCommand.class,
            StatusCommand.class,
            RemindCommand.class,
            ListCommand.class,
            NewCommand.class,
            LspCommand.class,
            DemoCommand.class
        })
public final class Main implements Runnable {

    static final String VERSION = "Biểu Mẫu 0.1.0";

    /** Read by {@link Language#of}, before the command line is parsed. */
    @Option(names = "--lang", paramLabel = "vi|en", descriptionKey = "lang", scope = ScopeType.INHERIT)
    private Language language;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** Runs a command and exits with its exit code. */
    public static void main(String[] arguments) {
        if (arguments.length == 1 && arguments[0].equals("--version")) {
            // Scripts often ask for it; the answer takes a tenth of the time without the parser of arguments.
            System.out.println(VERSION);
            return;
        }
        // Guice would generate classes that call constructors. A run calls few of them, so that reflection is faster.
        System.getProperties().putIfAbsent("guice_bytecode_gen_option", "DISABLED");
        System.exit(run(arguments).number());
    }

    /**
     * Runs a command that prints its results to standard output. Everything else that is printed there, such as by
     * plug-ins, is redirected to standard error while it runs.
     */
    public static ExitCode run(String... arguments) {
        var out = System.out;
        System.setOut(System.err);
        try {
            return run(new StandardOutput(out), new PrintWriter(System.err, true), arguments);
        } finally {
            System.setOut(out);
        }
    }

    /**
     * Runs a command.
     *
     * @param out the writer for results
     * @param err the writer for everything else
     * @return the outcome of the command
     */
    public static ExitCode run(PrintWriter out, PrintWriter err, String... arguments) {
        var locale = Locale.getDefault();
        Locale.setDefault(Language.of(arguments).locale());
        try {
            return execute(out, err, arguments);
        } finally {
            Locale.setDefault(locale);
        }
    }

    private static ExitCode execute(PrintWriter out, PrintWriter err, String... arguments) {
        var line = new CommandLine(new Main());
        line.setResourceBundle(ResourceBundle.getBundle(
                "org.bieumau.cli.internal.help",
                Locale.getDefault(),
                Main.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(100);
        line.setExecutionStrategy(Main::execute);
        line.setParameterExceptionHandler(Main::wrongUsage);
        line.setExecutionExceptionHandler((e, command, result) -> {
            var told = switch (e) {
                case ProblemException known -> known.problem();
                case CommonOptions.UsageException usage -> usage.problem();
                default -> CliMessages.ALL.text("INTERNAL", String.valueOf(e));
            };
            command.getErr().println(told);
            return (e instanceof CommonOptions.UsageException ? ExitCode.USAGE : ExitCode.FAILED).number();
        });
        return ExitCode.of(line.execute(arguments));
    }

    /** Runs the innermost command. Converts its {@link ExitCode}, since picocli accepts only numbers as exit codes. */
    private static int execute(ParseResult parsed) {
        var number = new CommandLine.RunLast().execute(parsed);
        var commands = parsed.asCommandLineList();
        var last = commands.getLast();
        if (!(last.getExecutionResult() instanceof ExitCode code)) {
            return number;
        }
        var common = last.getCommandSpec().mixins().get("common");
        return (common == null ? code : ((CommonOptions) common.userObject()).conclude(code)).number();
    }

    private static int wrongUsage(ParameterException e, String[] arguments) {
        var command = e.getCommandLine();
        var message = switch (e) {
            case MissingParameterException missing ->
                CliMessages.ALL.text(
                        "usage.missing",
                        String.join(
                                ", ",
                                missing.getMissing().stream().map(Main::name).toList()));
            case UnmatchedArgumentException unmatched ->
                CliMessages.ALL.text("usage.unknown", String.join(", ", unmatched.getUnmatched()));
            default ->
                e.getArgSpec() == null || e.getValue() == null
                        ? e.getMessage()
                        : CliMessages.ALL.text("usage.value", e.getValue(), name(e.getArgSpec()));
        };
        command.getErr()
                .println(CliMessages.ALL.text(
                        "USAGE", message, command.getCommandSpec().qualifiedName()));
        return ExitCode.USAGE.number();
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
