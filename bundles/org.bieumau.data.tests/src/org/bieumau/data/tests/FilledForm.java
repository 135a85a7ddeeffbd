/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.data.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bieumau.core.environment.DataAccess;
import org.bieumau.core.environment.DataOrigin;
import org.bieumau.core.form.DataException;
import org.bieumau.core.layout.Block;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.Form;

/** A form whose rows come from a data source, printed as lines of text. */
final class FilledForm implements DataAccess {

    private final Path folder;
    private final String template;
    private final Registry registry;
    private Instant end = Instant.MAX;
    private Optional<Login> login = Optional.empty();
    private final Set<Problem> problems = new LinkedHashSet<>();

    /** @param template the text of the template M and what it needs */
    FilledForm(Path folder, String template) {
        this(folder, template, Registry.installed());
    }

    FilledForm(Path folder, String template, Registry registry) {
        this.folder = folder;
        this.template = template;
        this.registry = registry;
    }

    @Override
    public boolean permits(DataOrigin origin) {
        return true;
    }

    /** Lets {@link #isCancelled} be true after some time, as if the user cancelled. */
    void cancelAfter(Duration time) {
        end = Instant.now().plus(time);
    }

    @Override
    public boolean isCancelled() {
        return Instant.now().isAfter(end);
    }

    /** Gives the login for connections that have none stored. */
    void login(Login given) {
        login = Optional.of(given);
    }

    @Override
    public Optional<Login> login(String connection) {
        return login;
    }

    @Override
    public void report(Problem problem) {
        problems.add(problem);
    }

    /** Returns the rows, cells separated by bars; headings of sections begin with a number sign. */
    List<String> rows(String name, String content) throws Exception {
        return rows(name, content.getBytes(StandardCharsets.UTF_8));
    }

    List<String> rows(String name, byte[] content) throws Exception {
        Files.write(folder.resolve(name), content);
        return rowsOf("dữ liệu từ \"" + name + "\"");
    }

    /** Returns the rows of a data source, as the form names it. */
    List<String> rowsOf(String source) throws Exception {
        var file = new BieuReader(List.of(), registry.withDataAccess(this))
                .read(Files.writeString(
                        folder.resolve("a.bieu"), template + "\nbiểu B lập theo mẫu M { " + source + " }\n"));
        assertEquals(
                List.of(), file.problems().stream().filter(Problem::isError).toList());
        problems.clear();
        return printed(file.element(Form.class, "B").orElseThrow());
    }

    private static List<String> printed(Form form) throws IOException {
        var rows = new ArrayList<String>();
        var profile = Registry.installed().profile("nd30").orElseThrow();
        try (var blocks = Layout.of(form, profile).open()) {
            for (var block = blocks.next(); block != null; block = blocks.next()) {
                if (block instanceof Block.Row row
                        && (row.kind() == Block.RowKind.ENTRY || row.kind() == Block.RowKind.SECTION)) {
                    var cells = row.cells().stream()
                            .map(cell -> cell.paragraphs().stream()
                                    .map(Block.Paragraph::text)
                                    .collect(Collectors.joining("/")))
                            .collect(Collectors.joining("|"));
                    rows.add(row.kind() == Block.RowKind.SECTION ? "#" + cells : cells);
                }
            }
        }
        return rows;
    }

    /** Returns the problem because of which a data source cannot be read. */
    Problem refusal(String source) {
        return assertThrows(DataException.class, () -> rowsOf(source)).problem();
    }

    /** Returns the problem because of which a file cannot be read. */
    Problem refusal(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
        return refusal("dữ liệu từ \"" + name + "\"");
    }

    Problem refusal(String name, String content) throws IOException {
        return refusal(name, content.getBytes(StandardCharsets.UTF_8));
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Returns the codes of the problems of the rows read last, with their places in the data. */
    List<String> codes() {
        return problems.stream()
                .map(problem -> problem.code()
                        + (problem.place() == null || problem.place().position().isEmpty()
                                ? ""
                                : " " + problem.place().position()))
                .toList();
    }
}
