/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.tests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bieumau.checking.FileCheck;
import org.bieumau.checking.report.FileReport;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.source.Amendment;
import org.bieumau.core.spi.Progress;
import org.bieumau.docx.internal.amending.DocxAmender;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.model.Document;
import org.bieumau.reading.internal.grid.SourceFile;
import org.bieumau.reading.internal.role.RoleFinder;
import org.bieumau.reading.internal.role.RoledText;
import org.bieumau.reading.internal.role.RoledText.Line;
import org.bieumau.testing.ZipParts;

/** The Word files of the documents in <code>vanban.bieu</code>, and changed copies of them. */
final class Fixture {

    static final FileCheck CHECK = new FileCheck(Registry.installed()).asOf(LocalDate.of(2022, 12, 1));

    private final Path folder;
    private final Map<String, Path> documents = new LinkedHashMap<>();
    private int copies;

    Fixture(Path folder) throws IOException, ProblemException {
        this.folder = folder;
        var source = folder.resolve("vanban.bieu");
        try (var in = Fixture.class.getResourceAsStream("vanban.bieu")) {
            Files.copy(in, source);
        }
        var file = BieuFile.open(source);
        for (var element : file.elements()) {
            if (element instanceof Document document) {
                var exported = folder.resolve(document.getName() + ".docx");
                file.export(document, exported);
                documents.put(document.getName(), exported);
            }
        }
    }

    Map<String, Path> documents() {
        return documents;
    }

    Path document(String name) {
        return documents.get(name);
    }

    static FileReport check(Path file) throws ProblemException {
        return CHECK.check(file, Progress.NONE);
    }

    static RoledText text(Path file) throws ProblemException {
        return RoleFinder.find(SourceFile.items(file, Registry.installed(), Progress.NONE));
    }

    static String stored(Line line) {
        var text = new StringBuilder();
        line.paragraph().runs().forEach(run -> text.append(run.text()));
        return text.toString();
    }

    /** Returns a copy with changes. */
    Path amended(Path file, List<? extends Amendment> amendments) throws ProblemException {
        try {
            var out = new ByteArrayOutputStream();
            var left = new DocxAmender().amend(file, amendments, out);
            if (!left.isEmpty()) {
                throw new IllegalStateException("not amended: " + left);
            }
            return Files.write(folder.resolve("ban-sao-" + ++copies + ".docx"), out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path amended(Path file, Amendment... amendments) throws ProblemException {
        return amended(file, new ArrayList<>(List.of(amendments)));
    }

    /** Returns a copy in which the first match of a pattern in a part is replaced. */
    Path replaced(Path file, String part, String pattern, String replacement) {
        try {
            var copy = folder.resolve("ban-sao-" + ++copies + ".docx");
            var parts = ZipParts.read(Files.readAllBytes(file));
            var text = new String(parts.get(part), StandardCharsets.UTF_8);
            var found = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
            if (!found.find()) {
                throw new IllegalArgumentException("not in " + part + ": " + pattern);
            }
            parts.put(part, found.replaceFirst(replacement).getBytes(StandardCharsets.UTF_8));
            return Files.write(copy, ZipParts.write(parts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
