/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javax.print.DocFlavor;
import javax.print.PrintException;
import javax.print.PrintService;
import javax.print.SimpleDoc;
import javax.print.attribute.HashPrintRequestAttributeSet;
import javax.print.attribute.PrintRequestAttributeSet;
import javax.print.attribute.standard.JobName;
import javax.print.attribute.standard.PageRanges;
import org.bieumau.core.environment.DataAccess;
import org.bieumau.core.internal.export.ExportPlan;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Exporter;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.dsl.library.ExportRun;
import org.bieumau.rcp.internal.RcpMessages;
import org.bieumau.rcp.internal.export.ExportFiles;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Platform;

/** Lays out an element of a file as PDF, and prints its pages. Called off the UI thread. */
final class Printing {

    private Printing() {}

    /**
     * What is printed.
     *
     * @param file the file that contains the element
     * @param texts the current texts of the open files, with that of the file
     * @param element the name of a document, form or form template
     */
    record Subject(Path file, Map<Path, String> texts, String element) {

        Subject {
            texts = Map.copyOf(texts);
        }
    }

    /** A printing that was not done. The message tells the user why. */
    static final class FailedException extends Exception {

        private static final long serialVersionUID = 1L;

        FailedException(String message) {
            super(message);
        }
    }

    /**
     * Writes the pages as PDF: one file, or one for each row if the document is written for rows. A draft with errors
     * is laid out as in the preview.
     *
     * @throws CancellationException if the monitor was cancelled
     */
    static List<Path> write(Subject subject, Path folder, DataAccess data, IProgressMonitor monitor)
            throws FailedException {
        var pdf = Registry.installed().exporter("pdf").orElseThrow();
        var reader = new BieuReader(List.of(), Registry.installed().withDataAccess(data));
        reader.open(subject.texts());
        var options = new ExportRun.Options(List.of(subject.element()), null, false, null, true);
        var result = ExportFiles.run(
                reader, List.of(subject.file()), List.of(pdf), folder, options, target -> true, monitor);
        if (!result.written().isEmpty()) {
            return result.written();
        }
        return draft(reader, subject, pdf, folder, monitor)
                .map(List::of)
                .orElseThrow(() ->
                        new FailedException(RcpMessages.ALL.text("print.failed", String.join("\n", result.reasons()))));
    }

    /** Lays out an element in a file with errors; empty if it cannot be laid out. */
    private static Optional<Path> draft(
            BieuReader reader, Subject subject, Exporter pdf, Path folder, IProgressMonitor monitor) {
        try {
            var plan = new ExportPlan(
                    reader.registry(), subject.file().getFileName().toString(), null);
            for (var element : reader.read(subject.file()).elements()) {
                if (subject.element().equals(element.getName())) {
                    for (var output : plan.outputs(element, List.of(pdf), true)) {
                        plan.write(output, output.in(folder), rows -> !monitor.isCanceled());
                        return Optional.of(output.in(folder));
                    }
                }
            }
        } catch (CancellationException e) {
            throw e;
        } catch (IOException | ProblemException | RuntimeException e) {
            Platform.getLog(Printing.class).info(e.getMessage(), e);
        }
        return Optional.empty();
    }

    /**
     * Prints the pages.
     *
     * @param choices the printer's options, such as the pages
     * @throws CancellationException if the monitor was cancelled
     */
    static void print(
            Subject subject,
            PrintService printer,
            PrintRequestAttributeSet choices,
            DataAccess data,
            Consumer<Integer> printed,
            IProgressMonitor monitor)
            throws FailedException {
        try {
            var folder = Files.createTempDirectory("bieumau");
            try {
                var files = write(subject, folder, data, monitor);
                try (var pages = new PrintedPages(files, monitor::isCanceled)) {
                    printed.accept(print(pages, subject.element(), printer, choices));
                }
            } finally {
                delete(folder);
            }
        } catch (IOException | PrintException e) {
            if (monitor.isCanceled()) {
                throw new CancellationException();
            }
            Platform.getLog(Printing.class).warn(e.getMessage(), e);
            throw new FailedException(
                    RcpMessages.ALL.text("print.refused", printer.getName(), String.valueOf(e.getMessage())));
        }
    }

    /** Returns the number of pages printed. */
    private static int print(PrintedPages pages, String name, PrintService printer, PrintRequestAttributeSet choices)
            throws PrintException, FailedException {
        var attributes = new HashPrintRequestAttributeSet(choices);
        attributes.add(new JobName(name, null));
        var count = pages.getNumberOfPages();
        if (attributes.get(PageRanges.class) instanceof PageRanges ranges) {
            var wanted = 0;
            for (int page = 1; page <= count; page++) {
                wanted += ranges.contains(page) ? 1 : 0;
            }
            if (wanted == 0) {
                throw new FailedException(RcpMessages.ALL.text("print.beyond", count));
            }
            count = wanted;
        }
        printer.createPrintJob().print(new SimpleDoc(pages, DocFlavor.SERVICE_FORMATTED.PAGEABLE, null), attributes);
        return count;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
