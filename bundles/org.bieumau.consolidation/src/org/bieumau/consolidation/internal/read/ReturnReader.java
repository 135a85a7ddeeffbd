/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.read;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bieumau.consolidation.internal.file.ReturnFile;
import org.bieumau.consolidation.internal.message.ConsolidationMessages;
import org.bieumau.consolidation.internal.record.Datum;
import org.bieumau.consolidation.internal.record.ReturnContent;
import org.bieumau.consolidation.internal.record.ReturnProblem;
import org.bieumau.consolidation.internal.record.ReturnRow;
import org.bieumau.consolidation.internal.record.ReturnTable;
import org.bieumau.consolidation.internal.record.Spot;
import org.bieumau.consolidation.internal.store.TemporaryFolder;
import org.bieumau.core.check.Checks;
import org.bieumau.core.internal.resolved.GivenRow;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.text.FileFailure;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.model.Cell;
import org.bieumau.model.Column;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.FormSource;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Indicator;
import org.bieumau.model.Section;
import org.bieumau.model.Severity;
import org.bieumau.reading.internal.grid.SourceContent;
import org.bieumau.reading.internal.grid.SourceContent.TablePart;
import org.bieumau.reading.internal.grid.SourceContent.TextPart;
import org.bieumau.reading.internal.grid.SourceFile;
import org.bieumau.reading.internal.grid.Texts;
import org.bieumau.reading.internal.match.FormMatch;
import org.bieumau.reading.internal.match.KnownLabels;
import org.bieumau.reading.internal.rows.FormImport;
import org.bieumau.reading.internal.rows.FormReading;
import org.eclipse.emf.ecore.EObject;
import org.jspecify.annotations.Nullable;

/**
 * Reads a return: bytes, file name, templates and mappings in, a record out. The result depends on nothing else. A
 * reader may be used by several threads at once.
 */
public final class ReturnReader implements Closeable {

    /** Number of this program's way of reading; a stored result of another version is read again. */
    private static final String VERSION = "2";
    /** Number of texts above a table that may name the unit. */
    private static final int MOST_HEADING = 24;
    /** How much better an older edition must fit than the current one. */
    private static final double BETTER = 0.02;
    /** The file name that places have while a file is read. */
    private static final String FILE = "";

    private final List<ResolvedTemplate> templates;
    /** For each template what finds and reads it, made once for all files. */
    private final List<FormImport> imports;

    private final Registry registry;
    private final String digest;
    private final TemporaryFolder temporary;
    private final @Nullable ReportReader reports;

    /**
     * @param templates the current template first, then older editions
     * @param known for each template labels that the user assigned before
     * @param mappings elements of the model that contain these labels
     * @param reports reads documents; null if the returns are forms
     * @param temporary folder for copies of returns, which is closed with the reader
     */
    public ReturnReader(
            List<FormTemplate> templates,
            List<KnownLabels> known,
            List<? extends EObject> mappings,
            Registry registry,
            @Nullable ReportReader reports,
            TemporaryFolder temporary) {
        this.reports = reports;
        this.templates = templates.stream().map(ResolvedTemplate::of).toList();
        imports = IntStream.range(0, templates.size())
                .mapToObj(i -> new FormImport().with(this.templates.get(i), known.get(i)))
                .toList();
        this.registry = registry;
        var elements = new ArrayList<EObject>(templates);
        elements.addAll(mappings);
        digest = ModelDigest.of(elements);
        this.temporary = temporary;
    }

    /** Returns the key of what is read from a content. */
    public String key(String sha256, String extension) {
        var key = ModelDigest.sha256();
        var text = String.join("\n", VERSION, Locale.getDefault().getLanguage(), extension, sha256, digest);
        return HexFormat.of().formatHex(key.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns the SHA-256 of a content in hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(ModelDigest.sha256().digest(bytes));
    }

    /**
     * Reads a return. Importers need a file: the original, unless it is in an archive or on another machine, or has
     * changed since its content was taken.
     *
     * @param file the return, whose extension tells the format
     * @param original where its content can be read; empty if it has to be copied
     * @throws ProblemException if nothing can be read
     */
    public ReturnContent read(byte[] bytes, ReturnFile file, Optional<Path> original) throws ProblemException {
        var fileName = file.fileName();
        if (original.isPresent()
                && extension(fileName)
                        .equals(extension(original.get().getFileName().toString()))) {
            ProblemException failure = null;
            ReturnContent content = null;
            try {
                content = read(original.get(), bytes, fileName);
            } catch (ProblemException e) {
                failure = told(e, original.get(), fileName);
            }
            if (isUnchanged(original.get(), bytes, file)) {
                if (failure != null) {
                    throw failure;
                }
                return content;
            }
        }
        return readCopy(bytes, fileName);
    }

    private static boolean isUnchanged(Path original, byte[] bytes, ReturnFile file) {
        try {
            return Files.size(original) == bytes.length
                    && Files.getLastModifiedTime(original).toInstant().equals(file.modified());
        } catch (IOException e) {
            return false;
        }
    }

    private ReturnContent read(Path file, byte[] bytes, String fileName) throws ProblemException {
        return reports == null
                ? read(SourceFile.read(file, registry, Progress.NONE))
                : reports.read(file, bytes, fileName);
    }

    private ReturnContent readCopy(byte[] bytes, String fileName) throws ProblemException {
        Path file = null;
        try {
            file = temporary.create(extension(fileName));
            Files.write(file, bytes);
            return read(file, bytes, fileName);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.error(ConsolidationMessages.ALL, "CONS-UNREADABLE", null, fileName, FileFailure.reason(e)),
                    e);
        } catch (ProblemException e) {
            throw told(e, file, fileName);
        } finally {
            delete(file);
        }
    }

    private static String extension(String fileName) {
        var dot = fileName.lastIndexOf('.');
        var extension = dot < 0 ? "" : fileName.substring(dot);
        return extension.matches("\\.\\w{1,10}") ? extension : ".x";
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // The folder is deleted with the reader.
        }
    }

    /** The problem must name the file that the user knows, not the copy that was read. */
    private static ProblemException told(ProblemException e, Path file, String fileName) {
        var problem = e.problem();
        var message = problem.message();
        if (file != null) {
            message = message.replace(file.toString(), fileName)
                    .replace(file.getFileName().toString(), fileName);
        }
        return new ProblemException(new Problem(problem.code(), problem.severity(), message, null), e);
    }

    @Override
    public void close() throws IOException {
        temporary.close();
    }

    private ReturnContent read(SourceContent content) throws ProblemException {
        var matches = imports.stream().map(each -> each.matches(content)).toList();
        var edition = edition(matches);
        var reading = imports.get(edition).read(content, FILE, matches.get(edition));
        return new Conversion(edition, reading, content).convert();
    }

    /**
     * Returns the edition that a file follows: the current one, unless an older one fits clearly better.
     *
     * @param matches for each edition the tables that may follow it, the best one first
     */
    private static int edition(List<List<FormMatch>> matches) {
        var ranks = matches.stream()
                .mapToDouble(each -> each.isEmpty() ? 0 : each.getFirst().rank())
                .toArray();
        var best = 0;
        for (int i = 1; i < ranks.length; i++) {
            if (ranks[i] > ranks[best] + (best == 0 ? BETTER : 0)) {
                best = i;
            }
        }
        return best;
    }

    private record RowCell(int row, String column) {}

    private static final RowCell NO_CELL = new RowCell(-1, "");

    /** Converts one form into records. */
    private final class Conversion {

        private final int edition;
        private final FormReading reading;
        private final SourceContent content;
        private final Form form;
        private final ResolvedTemplate template;
        private final ResolvedTemplate current;
        private final List<FormSource> sources;
        private final List<ReturnTable> tables = new ArrayList<>();
        private final List<ReturnRow> rows = new ArrayList<>();
        private final Map<Entry, Integer> indexes = new IdentityHashMap<>();
        private final List<String> leftovers = new ArrayList<>();
        private final List<ReturnProblem> problems = new ArrayList<>();
        private final Map<String, Integer> lost = new LinkedHashMap<>();
        private final Map<Column, Optional<String>> columns = new IdentityHashMap<>();
        private Map<Spot, RowCell> cells;

        Conversion(int edition, FormReading reading, SourceContent content) {
            this.edition = edition;
            this.reading = reading;
            this.content = content;
            form = reading.form();
            sources = form.getSources();
            template = templates.get(edition);
            current = templates.getFirst();
        }

        ReturnContent convert() {
            for (int i = 0; i < sources.size(); i++) {
                tables.add(table(sources.get(i), reading.matches().get(i)));
            }
            form.getEntries().forEach(entry -> add(entry, ""));
            form.getSections().forEach(section -> section.getEntries().forEach(entry -> add(entry, title(section))));
            form.getLeftovers()
                    .forEach(left -> leftovers.add(left.getPlace() + ": "
                            + Values.datum(left.getValue()).map(Datum::text).orElse("")));
            reading.problems().forEach(problem -> problems.add(record(problem)));
            Checks.check(form, finding -> {
                // A return need not be complete like a form that is issued; its campaign says what counts.
                if (finding.severity() != Severity.INFO) {
                    var problem = record(finding);
                    // The reader has told it of the same cell already.
                    if (!problem.code().startsWith("FORM-TYPE-")
                            || problems.stream()
                                    .noneMatch(other -> other.code().equals("READ-TYPE")
                                            && other.place().equals(problem.place()))) {
                        problems.add(problem);
                    }
                }
            });
            lost.forEach((what, count) -> problems.add(new ReturnProblem(
                    "CONS-EDITION-LOST",
                    Severity.ERROR.getName(),
                    ConsolidationMessages.ALL.text("CONS-EDITION-LOST", what, count),
                    Spot.NONE,
                    -1,
                    "")));
            return new ReturnContent(
                    edition,
                    form.getAgency() != null && form.getAgency().getTitle() != null
                            ? form.getAgency().getTitle()
                            : orEmpty(form.getUnitName()),
                    heading(),
                    orEmpty(form.getPeriod()),
                    orEmpty(form.getMeasureUnit()),
                    tables,
                    rows,
                    leftovers,
                    problems);
        }

        private ReturnTable table(FormSource source, FormMatch match) {
            var columns = new LinkedHashMap<String, String>();
            source.getColumns()
                    .forEach(column ->
                            column(column.getColumn()).ifPresent(name -> columns.putIfAbsent(name, column.getPlace())));
            return new ReturnTable(
                    Spot.of(match.shape().grid().place()), source.getHeaderFirst(), source.getHeaderLast(), columns);
        }

        /** Returns the name in the current template of a column of this edition. */
        private Optional<String> column(Column column) {
            return columns.computeIfAbsent(column, this::found);
        }

        private Optional<String> found(Column column) {
            var leaf = template.column(column);
            return current.column(column)
                    .or(() -> leaf.flatMap(each -> byName(current, each.name())))
                    .map(Leaf::name);
        }

        private static Optional<Leaf> byName(ResolvedTemplate template, String name) {
            return template.columns().stream()
                    .filter(other -> other.name() != null && other.name().equals(name))
                    .findFirst();
        }

        private Optional<GivenRow> given(Indicator indicator) {
            var found = current.givenRows().row(indicator);
            if (found.isPresent()) {
                return found;
            }
            var row = template.givenRows().row(indicator);
            return row.flatMap(each -> current.givenRows().row(each.path()))
                    .or(() -> row.flatMap(each -> byTitles(each.titles())));
        }

        private Optional<GivenRow> byTitles(List<String> titles) {
            var key = titles.stream().map(VietnameseText::fold).toList();
            var found = current.givenRows().all().stream()
                    .filter(row -> row.titles().stream()
                            .map(VietnameseText::fold)
                            .toList()
                            .equals(key))
                    .toList();
            return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
        }

        private void add(Entry entry, String section) {
            var given = "";
            var parent = "";
            var title = orEmpty(entry.getTitle());
            if (entry.getIndicator() != null) {
                var row = given(entry.getIndicator());
                if (row.isEmpty()) {
                    lost.merge(
                            orEmpty(entry.getIndicator().getTitle()),
                            entry.getCells().size(),
                            Integer::sum);
                    return;
                }
                given = row.get().path();
                title = row.get().title();
            } else if (entry.getParent() != null) {
                parent = given(entry.getParent()).map(GivenRow::path).orElse("");
            }
            var cells = new LinkedHashMap<String, Datum>();
            for (var cell : entry.getCells()) {
                var value = Values.datum(cell.getValue());
                if (value.isEmpty()) {
                    continue;
                }
                var column = column(cell.getColumn());
                if (column.isEmpty()) {
                    lost.merge(orEmpty(cell.getColumn().getTitle()), 1, Integer::sum);
                } else {
                    cells.put(column.get(), value.get());
                }
            }
            if (title.isEmpty()) {
                title = current.titleColumn()
                        .map(leaf -> cells.get(leaf.name()))
                        .map(Datum::text)
                        .orElse("");
            }
            var provenance = entry.getProvenance();
            indexes.put(entry, rows.size());
            rows.add(new ReturnRow(
                    section,
                    given,
                    parent,
                    title,
                    provenance == null ? -1 : sources.indexOf(provenance.getSource()),
                    provenance == null ? 0 : provenance.getRow(),
                    cells));
        }

        private static String title(Section section) {
            return section.getTerm() != null && !section.getTerm().eIsProxy()
                    ? orEmpty(section.getTerm().getTitle())
                    : orEmpty(section.getTitle());
        }

        /** Returns texts above the table of the form, such as letterhead and title. */
        private List<String> heading() {
            var first = reading.matches().getFirst().shape();
            var texts = new ArrayList<String>();
            for (var part : content.parts()) {
                switch (part) {
                    case TextPart(var paragraph) -> text(paragraph.text(), texts);
                    case TablePart(var grid) -> {
                        var last = grid == first.grid() ? first.top() : grid.height();
                        for (int row = 0; row < last && texts.size() < MOST_HEADING; row++) {
                            grid.cells(row).forEach(cell -> text(cell.text(), texts));
                        }
                        if (grid == first.grid()) {
                            return texts;
                        }
                    }
                }
                if (texts.size() >= MOST_HEADING) {
                    break;
                }
            }
            return texts;
        }

        private static void text(String text, List<String> texts) {
            text.lines()
                    .map(line -> VietnameseText.nfc(Texts.line(line)))
                    .filter(line -> !line.isEmpty())
                    .forEach(texts::add);
        }

        private ReturnProblem record(Problem problem) {
            var place = Spot.of(problem.place());
            var cell = cells().getOrDefault(place, NO_CELL);
            return new ReturnProblem(
                    problem.code(), problem.severity().getName(), problem.message(), place, cell.row(), cell.column());
        }

        /** Returns the cells of the rows by their places. */
        private Map<Spot, RowCell> cells() {
            if (cells == null) {
                cells = new HashMap<>();
                for (int i = 0; i < rows.size(); i++) {
                    var row = rows.get(i);
                    if (row.table() >= 0) {
                        var table = tables.get(row.table());
                        for (var column : table.columns().entrySet()) {
                            cells.putIfAbsent(
                                    table.place().cell(row.number(), column.getValue()),
                                    new RowCell(i, column.getKey()));
                        }
                    }
                }
            }
            return cells;
        }

        private ReturnProblem record(Finding finding) {
            var entry = finding.element();
            while (entry != null && !(entry instanceof Entry)) {
                entry = entry.eContainer();
            }
            var row = entry == null ? -1 : indexes.getOrDefault(entry, -1);
            var column = finding.element() instanceof Cell cell
                    ? column(cell.getColumn()).orElse("")
                    : missing(finding);
            var place =
                    row < 0 ? tables.isEmpty() ? Spot.NONE : tables.getFirst().place() : cell(rows.get(row), column);
            return new ReturnProblem(
                    finding.code(), finding.severity().getName(), finding.message(), place, row, column);
        }

        /** Returns the column of a required cell that a row does not have. */
        private String missing(Finding finding) {
            return finding.code().equals("FORM-REQUIRED") && finding.arguments().size() > 1
                    ? byName(current, finding.arguments().get(1))
                            .map(Leaf::name)
                            .orElse("")
                    : "";
        }

        private Spot cell(ReturnRow row, String column) {
            if (row.table() < 0) {
                return Spot.NONE;
            }
            var table = tables.get(row.table());
            var name =
                    column.isEmpty() ? table.firstColumn() : table.columns().getOrDefault(column, table.firstColumn());
            return table.place().cell(row.number(), name);
        }
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
