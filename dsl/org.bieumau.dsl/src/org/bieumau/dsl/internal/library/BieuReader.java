/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.internal.DslMessages;
import org.bieumau.model.Library;
import org.bieumau.model.Severity;
import org.eclipse.emf.common.util.WrappedException;
import org.eclipse.xtext.diagnostics.Diagnostic;
import org.eclipse.xtext.parser.ParseException;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.eclipse.xtext.validation.Issue;

/**
 * Reads .bieu files in plain Java: the model, linked across files, and the problems with their places. A reader keeps
 * what it has read, so files that use one library read it once. It serves one thread.
 */
public final class BieuReader {

    /** What a file holds and what is wrong with it. */
    public record Result(Library library, List<Problem> problems) {

        /** Whether something in the file is wrong, so that it should not be exported. */
        public boolean hasErrors() {
            return problems.stream().anyMatch(Problem::isError);
        }
    }

    /** Larger files are refused: rows in such numbers belong into a data source. */
    private static final long LARGEST = 256L << 20;

    private final LibraryResources libraries;
    private final IResourceValidator validator = LibraryResources.service(IResourceValidator.class);

    /**
     * @param libraries folders and files to look for used libraries in, after the folder of a file itself and the packs
     */
    public BieuReader(List<Path> libraries) {
        this(libraries, Registry.installed());
    }

    /** @param registry the plug-ins that check, compute and bring packs */
    public BieuReader(List<Path> libraries, Registry registry) {
        this.libraries = new LibraryResources(libraries, registry);
    }

    /**
     * Reads a file.
     *
     * @throws ProblemException if the file or a library cannot be read at all
     */
    public Result read(Path file) throws ProblemException {
        checkFile(file);
        libraries.lookAround(file);
        try {
            var resource = (XtextResource) libraries.resources().getResource(LibraryIndex.uri(file), true);
            LibraryIndex.of(libraries.resources()).loadUsed(resource);
            return result(file, resource);
        } catch (WrappedException e) {
            throw LibraryResources.unreadable(file, e.exception());
        } catch (ParseException | StackOverflowError e) {
            throw tooDeep(file, e);
        }
    }

    private Result result(Path file, XtextResource resource) {
        var text = resource.getParseResult().getRootNode().getText();
        var problems = new ArrayList<Problem>();
        var broken = text.indexOf('\uFFFD');
        if (broken >= 0) {
            problems.add(Problem.error(DslMessages.ALL, "TEXT-ENCODING", place(file, text, broken, 1)));
            return new Result(null, problems);
        }
        reportDecomposed(file, text, problems);
        for (var issue : validator.validate(resource, CheckMode.ALL, CancelIndicator.NullImpl)) {
            problems.add(problem(file, issue));
        }
        problems.sort(Comparator.comparingInt(problem -> problem.place().offset()));
        return new Result(LibraryResources.library(resource).orElse(null), List.copyOf(problems));
    }

    private static void checkFile(Path file) throws ProblemException {
        if (Files.isDirectory(file)) {
            throw new ProblemException(Problem.error(DslMessages.ALL, "FILE-FOLDER", Place.of(file.toString()), file));
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw new ProblemException(Problem.error(
                        DslMessages.ALL, "FILE-TOO-LARGE", Place.of(file.toString()), file, LARGEST >> 20));
            }
        } catch (NoSuchFileException e) {
            throw new ProblemException(
                    Problem.error(DslMessages.ALL, "FILE-MISSING", Place.of(file.toString()), file), e);
        } catch (IOException e) {
            throw LibraryResources.unreadable(file, e);
        }
    }

    /** Parentheses in their thousands need more stack than there is; nobody writes them by hand. */
    private static ProblemException tooDeep(Path file, Throwable e) {
        return new ProblemException(
                Problem.error(DslMessages.ALL, "FILE-TOO-DEEP", Place.of(file.toString()), file), e);
    }

    /** Says where the first letter stands that is written with marks of its own. */
    private static void reportDecomposed(Path file, String text, List<Problem> problems) {
        var at = Fixes.decomposed(text);
        if (at >= 0) {
            problems.add(new Problem(
                    "TEXT-DECOMPOSED",
                    Severity.INFO,
                    DslMessages.ALL.text("TEXT-DECOMPOSED"),
                    place(file, text, at, 1)));
        }
    }

    private static Place place(Path file, String text, int offset, int length) {
        var lineStart = text.lastIndexOf('\n', offset - 1) + 1;
        var line = 1
                + (int) text.substring(0, lineStart)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new Place(file.toString(), line, offset - lineStart + 1, offset, length);
    }

    private static Problem problem(Path file, Issue issue) {
        var offset = issue.getOffset() == null ? 0 : issue.getOffset();
        var place = new Place(
                file.toString(),
                issue.getLineNumber() == null ? 1 : issue.getLineNumber(),
                issue.getColumn() == null ? 1 : issue.getColumn(),
                offset,
                issue.getLength() == null ? 0 : issue.getLength());
        var severity = switch (issue.getSeverity()) {
            case ERROR -> Severity.ERROR;
            case WARNING -> Severity.WARNING;
            default -> Severity.INFO;
        };
        return new Problem(code(issue), severity, issue.getMessage(), place);
    }

    private static String code(Issue issue) {
        var code = issue.getCode();
        return code == null || code.equals(Diagnostic.SYNTAX_DIAGNOSTIC) ? "SYNTAX" : code;
    }
}
