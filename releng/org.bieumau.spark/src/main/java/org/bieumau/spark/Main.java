/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.spark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bieumau.consolidation.internal.run.Consolidation;
import org.bieumau.consolidation.internal.run.RunProgress;
import org.bieumau.consolidation.internal.run.Settings;
import org.bieumau.core.internal.text.FileFailure;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.text.Messages;
import org.bieumau.dsl.ide.internal.consolidation.CampaignFile;
import org.bieumau.dsl.ide.internal.consolidation.ResultWriter;
import org.bieumau.dsl.library.BieuReader;

/**
 * Consolidates returns in file systems of Hadoop; started by <code>spark-submit</code>. The campaign is a file of the
 * machine that starts it, and the results are written there. Exit codes are those of <code>bieumau consolidate</code>.
 */
public final class Main {

    private static final Messages MESSAGES = new Messages(Main.class);

    private static final int DONE = 0;
    private static final int PROBLEMS = 1;
    private static final int USAGE = 2;
    private static final int FAILED = 3;

    private Main() {}

    public static void main(String[] arguments) {
        Locale.setDefault("en".equals(System.getenv("BIEUMAU_LANG")) ? Locale.ENGLISH : Locale.of("vi", "VN"));
        var code = run(System.out, System.err, List.of(arguments));
        SparkEngine.context().close();
        if (code != DONE) {
            System.exit(code);
        }
    }

    /** The arguments. */
    private record Arguments(String campaign, List<String> roots, String store, Optional<Path> output, boolean fresh) {

        /** Returns the arguments; empty if they are wrong. */
        static Optional<Arguments> of(List<String> texts) {
            var plain = new ArrayList<String>();
            String store = null;
            Path output = null;
            var fresh = false;
            for (var rest = texts.iterator(); rest.hasNext(); ) {
                var text = rest.next();
                var isOption = text.startsWith("-");
                if (text.equals("--fresh")) {
                    fresh = true;
                } else if (isOption && !rest.hasNext()) {
                    return Optional.empty();
                } else if (text.equals("--store")) {
                    store = rest.next();
                } else if (text.equals("-o") || text.equals("--output")) {
                    output = Path.of(rest.next());
                } else if (isOption) {
                    return Optional.empty();
                } else {
                    plain.add(text);
                }
            }
            return plain.size() < 2 || store == null
                    ? Optional.empty()
                    : Optional.of(new Arguments(
                            plain.getFirst(),
                            plain.subList(1, plain.size()),
                            store,
                            Optional.ofNullable(output),
                            fresh));
        }
    }

    /** Runs a consolidation and returns the exit code. */
    static int run(PrintStream out, PrintStream err, List<String> texts) {
        var arguments = Arguments.of(texts);
        if (arguments.isEmpty()) {
            err.println(MESSAGES.text("usage"));
            return USAGE;
        }
        try {
            return consolidate(arguments.get(), out, err);
        } catch (ProblemException e) {
            err.println(e.problem());
        } catch (IOException e) {
            err.println(MESSAGES.text("failed", FileFailure.reason(e)));
        }
        return FAILED;
    }

    private static int consolidate(Arguments arguments, PrintStream out, PrintStream err)
            throws IOException, ProblemException {
        var hash = arguments.campaign().lastIndexOf('#');
        var registry = Registry.installed();
        var file = CampaignFile.open(
                new BieuReader(List.of(), registry),
                Path.of(hash < 0 ? arguments.campaign() : arguments.campaign().substring(0, hash)),
                hash < 0 ? null : arguments.campaign().substring(hash + 1));
        file.file().problems().forEach(err::println);
        if (file.file().hasErrors()) {
            return PROBLEMS;
        }
        var storage = new HadoopStorage(
                arguments.roots(), arguments.store(), SparkEngine.context().hadoopConfiguration());
        var settings = new Settings(List.of(), List.of(), file.cache(), Set.of(), arguments.fresh(), null);
        var consolidation = new Consolidation(file.plan(), registry, new SparkEngine(), storage);
        var returns = consolidation.read(settings, RunProgress.NONE);
        var hasErrors = new AtomicBoolean();
        var writer = new ResultWriter(file, arguments.output().orElseGet(file::results), false);
        writer.write(consolidation.merge(returns, settings), each -> {
            if (each.isOpen()) {
                hasErrors.compareAndSet(false, each.problem().isError());
                err.println(each.problem());
            }
        });
        writer.problems().forEach(err::println);
        writer.written().forEach(out::println);
        return hasErrors.get() || writer.problems().stream().anyMatch(Problem::isError) ? PROBLEMS : DONE;
    }
}
