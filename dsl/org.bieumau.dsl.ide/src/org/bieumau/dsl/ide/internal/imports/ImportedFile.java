/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.bieumau.core.problem.Problem;
import org.bieumau.reading.internal.grid.SourceContent;

/** A file of Word or Excel with what can be imported from it: its tables as forms, or the whole file as a document. */
public final class ImportedFile {

    private final Path path;
    private final SourceContent content;
    private final List<FoundTable> tables;
    private final FoundDocument document;
    private final Problem problem;
    private final List<FoundTable> chosen;
    private boolean isDocumentChosen;

    /**
     * @param content null if the file cannot be read
     * @param document null if the file is no document
     * @param tables tables with their templates, the best match first
     * @param chosen those of them that are imported unless the user chooses others
     * @param problem why nothing was chosen; null if something was
     */
    ImportedFile(
            Path path,
            SourceContent content,
            FoundDocument document,
            List<FoundTable> tables,
            List<FoundTable> chosen,
            Problem problem) {
        this.document = document;
        this.path = path;
        this.content = content;
        this.tables = List.copyOf(tables);
        this.chosen = new ArrayList<>(chosen);
        this.problem = problem;
    }

    public Path path() {
        return path;
    }

    SourceContent content() {
        return content;
    }

    /**
     * Returns the tables with the templates that they may follow, the best match first; none for an unreadable file.
     */
    public List<FoundTable> tables() {
        return tables;
    }

    /** Returns the document that the file is; empty if it is none. */
    public Optional<FoundDocument> document() {
        return Optional.ofNullable(document);
    }

    /** Returns whether the file is imported as a document. */
    public boolean isDocumentChosen() {
        return isDocumentChosen;
    }

    /** Chooses the document, which replaces all tables since it contains them; or takes it out. */
    public void chooseDocument(boolean isChosen) {
        isDocumentChosen = isChosen && document != null;
        if (isDocumentChosen) {
            chosen.clear();
        }
    }

    /** Returns whether anything of the file is imported. */
    public boolean isChosen() {
        return isDocumentChosen || !chosen.isEmpty();
    }

    /** Returns why the file cannot be read, or why no form was chosen for it; empty if one was. */
    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    /** Returns whether the file was read. */
    public boolean isReadable() {
        return content != null;
    }

    /** Returns the tables that are imported, in the order of the file. */
    public List<FoundTable> chosen() {
        return List.copyOf(chosen);
    }

    /**
     * Chooses a table, which replaces a choice of the same table with another template, and of the document; or takes
     * it out.
     */
    public void choose(FoundTable table, boolean isChosen) {
        chosen.removeIf(each -> each == table
                || isChosen
                        && each.match().shape().grid() == table.match().shape().grid());
        if (isChosen) {
            isDocumentChosen = false;
            chosen.add(table);
            chosen.sort((one, other) -> Integer.compare(number(one), number(other)));
        }
    }

    private static int number(FoundTable table) {
        return table.match().shape().grid().number();
    }

    /** Returns the chosen tables of each form: those with the same template. */
    List<List<FoundTable>> forms() {
        var forms = new LinkedHashMap<Object, List<FoundTable>>();
        chosen.forEach(table -> forms.computeIfAbsent(table.template().template(), key -> new ArrayList<>())
                .add(table));
        return List.copyOf(forms.values());
    }
}
