/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.core.internal.export.ExportPlan;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.FormatLimitException;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.internal.library.Fixes;
import org.bieumau.dsl.internal.library.LibraryIndex;
import org.bieumau.dsl.internal.reading.LibraryResources;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.BieumauPackage;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.TableRow;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.formatting2.FormatterRequest;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.formatting2.regionaccess.TextRegionAccessBuilder;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/** Gives inputs to the program and looks for faults in its answers. Serves one thread. */
final class Trial {

    /** The CPU time that an input may take. */
    static final Duration LIMIT = Duration.ofSeconds(5);

    private static final List<String> FORMATS = List.of("docx", "xlsx", "pdf", "html");
    /** Every input whose number is a multiple of this one is exported twice, with its templates, and formatted. */
    private static final int TWICE = 3;

    private static final Pattern CODE_POINT = Pattern.compile("\\(U\\+(\\p{XDigit}+)");

    private final Registry registry;
    private final Path file;
    private final BieuReader reader;
    private final ResourceSet resources;
    private final Set<Fault> faults = new LinkedHashSet<>();
    /** Whether the input was valid; models with errors are not compared, since unknown names differ. */
    private boolean accepted;

    /**
     * Creates a trial.
     *
     * @param folder has the libraries of the examples, and gets the inputs
     */
    Trial(Path folder, Registry registry) throws IOException, ProblemException {
        this.registry = registry;
        this.file = folder.resolve("input.bieu");
        this.reader = new BieuReader(List.of(), registry);
        Files.writeString(file, "phiên bản 2\n");
        resources = reader.read(file).library().eResource().getResourceSet();
        forget();
    }

    /** Returns whether the last input was valid, so that files were written. */
    boolean isAccepted() {
        return accepted;
    }

    /** Returns the faults that an input shows. */
    Set<Fault> run(Input input) throws IOException {
        faults.clear();
        accepted = false;
        Files.write(file, input.bytes());
        Noise.take();
        var start = cpu();
        try {
            var read = reader.read(file);
            var problems = read.problems();
            if (problems.stream().noneMatch(Problem::isError)) {
                accepted = true;
                errors(read).forEach(message -> add(Fault.Kind.SILENT, "an error that is not reported", message));
                export(input, read);
            } else if (input.isValid()) {
                add(
                        Fault.Kind.REFUSED,
                        problems.stream().filter(Problem::isError).findFirst().orElseThrow());
            }
            hear();
            if (input.number() % TWICE == 0) {
                format(read);
            }
            fix(read);
            hear();
        } catch (ProblemException e) {
            if (input.isValid()) {
                add(Fault.Kind.REFUSED, e.problem());
            }
            hear();
        } catch (RuntimeException | Error e) {
            add(Fault.Kind.CRASH, describe(e));
        } finally {
            forget();
        }
        if (cpu() - start > LIMIT.toNanos()) {
            add(Fault.Kind.HANG, "%d s".formatted((cpu() - start) / 1_000_000_000));
        }
        return new LinkedHashSet<>(faults);
    }

    /** Returns the errors of parsing and linking. */
    private static List<String> errors(BieuFile read) {
        var resource = read.library().eResource();
        return resource == null
                ? List.of()
                : resource.getErrors().stream()
                        .map(error -> error.getLine() + ": " + error.getMessage())
                        .toList();
    }

    /** Removes the last input from the reader, which keeps the libraries. */
    private void forget() {
        var uri = LibraryIndex.uri(file);
        resources.getResources().removeIf(each -> each.getURI().equals(uri));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void add(Fault.Kind kind, String message) {
        add(kind, message, "");
    }

    private void add(Fault.Kind kind, String message, String detail) {
        faults.add(new Fault(kind, message, detail));
    }

    private void add(Fault.Kind kind, Problem problem) {
        add(kind, problem.code(), problem.message());
    }

    private void hear() {
        Noise.take().forEach(message -> add(Fault.Kind.SILENT, message));
    }

    private void export(Input input, BieuFile read) throws IOException {
        var twice = input.number() % TWICE == 0;
        for (var element : twice ? ExportPlan.all(read.library()) : ExportPlan.usual(read.library())) {
            var first = outputs(element);
            hear();
            if (twice && !first.equals(outputs(element))) {
                add(Fault.Kind.DIFFERENT, "");
            }
            for (var output : first) {
                check(input, output);
            }
            Noise.take();
        }
    }

    /** An exported file; its bytes are compared as text. */
    private record Exported(ExportPlan.Output plan, String format, String bytes, Set<String> unprintable) {

        byte[] file() {
            return bytes.getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Exported exported && format.equals(exported.format) && bytes.equals(exported.bytes);
        }

        @Override
        public int hashCode() {
            return bytes.hashCode();
        }
    }

    private List<Exported> outputs(LibraryElement element) {
        var exported = new ArrayList<Exported>();
        var exporters = FORMATS.stream()
                .map(format -> registry.exporter(format).orElseThrow())
                .toList();
        var plan = new ExportPlan(registry, file.getFileName().toString(), null);
        for (var output : plan.outputs(element, exporters, false)) {
            var out = new ByteArrayOutputStream();
            try {
                plan.write(output, out, Progress.NONE);
                var left = plan.leftOut(output).stream()
                        .flatMap(Trial::unprintable)
                        .collect(Collectors.toSet());
                exported.add(
                        new Exported(output, output.exporter().id(), out.toString(StandardCharsets.ISO_8859_1), left));
            } catch (ProblemException e) {
                add(Fault.Kind.REFUSED, e.problem());
            } catch (FormatLimitException e) {
                // The user is told where the element exceeds a limit of the format.
            } catch (IOException e) {
                add(Fault.Kind.REFUSED, describe(e));
            } catch (RuntimeException | Error e) {
                add(Fault.Kind.CRASH, output.exporter().id() + ": " + describe(e));
            }
        }
        return exported;
    }

    /** Returns the characters, or the text, that a finding tells to be missing. */
    private static Stream<String> unprintable(Finding finding) {
        return finding.code().equals("PDF-GLYPH")
                ? CODE_POINT
                        .matcher(finding.arguments().get(1))
                        .results()
                        .map(match -> Character.toString(Integer.parseInt(match.group(1), 16)))
                : finding.arguments().stream().limit(1);
    }

    private void check(Input input, Exported output) {
        String letters;
        try {
            letters = Content.letters(output.format(), output.file());
        } catch (IOException | RuntimeException e) {
            add(Fault.Kind.MALFORMED, output.format() + ": " + describe(e));
            return;
        }
        var element = output.plan().layout().element();
        var pieces = Pieces.of(element);
        input.printed().getOrDefault(String.valueOf(element.getName()), List.of()).stream()
                .forEach(word -> pieces.putIfAbsent(Letters.of(word), word));
        try {
            pieces.putAll(Pieces.of(output.plan().layout(), !output.format().equals("xlsx")));
        } catch (IOException e) {
            add(Fault.Kind.REFUSED, describe(e));
        }
        var missing = pieces.entrySet().stream()
                .filter(piece -> !letters.contains(piece.getKey()))
                .filter(piece -> output.unprintable().stream()
                        .noneMatch(told -> piece.getValue().contains(told)
                                || !Letters.of(told).isEmpty() && piece.getKey().contains(Letters.of(told))))
                .map(Map.Entry::getKey)
                .toList();
        if (!missing.isEmpty()) {
            add(
                    Fault.Kind.LOST,
                    output.format(),
                    missing.stream().limit(3).map(Trial::shortened).collect(Collectors.joining(", ")));
        }
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private void format(BieuFile read) {
        if (!(read.library().eResource() instanceof XtextResource resource)
                || resource.getParseResult().hasSyntaxErrors()) {
            return;
        }
        var once = formatted(resource);
        var again = parsed(once);
        if (accepted && !EcoreUtil.equals(resource.getContents(), again.getContents())) {
            add(Fault.Kind.CHANGED, "formatted");
        } else if (!formatted(again).equals(once)) {
            add(Fault.Kind.CHANGED, "formatted twice");
        }
    }

    private static String formatted(XtextResource resource) {
        var access = LibraryResources.service(TextRegionAccessBuilder.class)
                .forNodeModel(resource)
                .create();
        var request = LibraryResources.service(FormatterRequest.class).setTextRegionAccess(access);
        return access.getRewriter()
                .renderToString(LibraryResources.service(IFormatter2.class).format(request));
    }

    private XtextResource parsed(String text) {
        forget();
        var resource = (XtextResource) resources.createResource(LibraryIndex.uri(file));
        try {
            resource.load(
                    new ByteArrayInputStream(bytes(text)),
                    Map.of(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return resource;
    }

    /** Fixes the text as the command line does, also if it has errors. */
    private void fix(BieuFile read) {
        var text = read.text();
        var fixed = fixed(text);
        if (!fixed(fixed).equals(fixed)) {
            add(Fault.Kind.CHANGED, "fixed twice");
        }
        if (!accepted
                || !(read.library().eResource() instanceof XtextResource resource)
                || resource.getParseResult().hasSyntaxErrors()) {
            return;
        }
        var version = read.library().getLanguageVersion();
        if (!"1".equals(version)
                && !fixed.equals(text)
                && !EcoreUtil.equals(resource.getContents(), parsed(fixed).getContents())) {
            add(Fault.Kind.CHANGED, "fixed");
        }
        if (version != null) {
            migrate(resource);
        }
    }

    private static String fixed(String text) {
        return Fixes.migrate(Fixes.compose(text));
    }

    /** Reads the text as one of version 1: its migration adds backslashes only, and has no rows of tables. */
    private void migrate(XtextResource resource) {
        var root = resource.getParseResult().getRootNode();
        var version = NodeModelUtils.findNodesForFeature(
                        resource.getContents().getFirst(), BieumauPackage.Literals.LIBRARY__LANGUAGE_VERSION)
                .getFirst();
        var head = Fixes.compose(root.getText().substring(0, version.getOffset()));
        var rest = Fixes.compose(root.getText().substring(version.getEndOffset()));
        var migrated = Fixes.migrate(head + "1" + rest);
        var read = parsed(migrated);
        if (!migrated.replace("\\|", "|").equals((head + Fixes.LANGUAGE_VERSION + rest).replace("\\|", "|"))
                || read.getParseResult().hasSyntaxErrors()
                || !EcoreUtil2.getAllContentsOfType(read.getContents().getFirst(), TableRow.class)
                        .isEmpty()) {
            add(Fault.Kind.CHANGED, "migrated");
        }
    }

    /** Returns an exception with the first places of the program in its stack, which identify the fault. */
    static String describe(Throwable e) {
        var stack = List.of(e.getStackTrace());
        var own = stack.stream()
                .filter(frame -> frame.getClassName().startsWith("org.bieumau")
                        && !frame.getClassName().contains("tests.fuzz"))
                .toList();
        var places = (own.isEmpty() ? stack : own)
                .stream()
                        .limit(3)
                        .map(frame -> frame.getClassName().replaceAll(".*\\.", "") + "." + frame.getMethodName() + ":"
                                + frame.getLineNumber())
                        .collect(Collectors.joining(" < "));
        var message = e.getMessage() == null ? "" : ": " + shortened(e.getMessage());
        return e.getClass().getSimpleName() + message + " at " + places
                + (e.getCause() == null || e.getCause() == e ? "" : " caused by " + describe(e.getCause()));
    }
}
