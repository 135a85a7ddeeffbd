/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.consolidation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bieumau.consolidation.internal.plan.Outline;
import org.bieumau.consolidation.internal.record.Datum;
import org.bieumau.consolidation.internal.record.ReturnRow;
import org.bieumau.consolidation.internal.record.Spot;
import org.bieumau.consolidation.internal.report.OpenProblems;
import org.bieumau.consolidation.internal.report.RepeatedNotes;
import org.bieumau.consolidation.internal.report.StatusText;
import org.bieumau.consolidation.internal.run.Contribution;
import org.bieumau.consolidation.internal.run.Merged;
import org.bieumau.consolidation.internal.run.MergedRow;
import org.bieumau.consolidation.internal.run.Recomputed;
import org.bieumau.consolidation.internal.run.Returns;
import org.bieumau.consolidation.internal.run.Sink;
import org.bieumau.consolidation.internal.run.Taken;
import org.bieumau.consolidation.internal.run.UnitSums;
import org.bieumau.consolidation.internal.status.Difference;
import org.bieumau.consolidation.internal.store.ResultStore;
import org.bieumau.core.internal.export.ExportPlan;
import org.bieumau.core.internal.export.WholeFile;
import org.bieumau.core.internal.resolved.CampaignFact;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.ide.internal.IdeMessages;
import org.bieumau.dsl.internal.problem.KeptOutput;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.dsl.library.ExportRun;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Document;
import org.bieumau.model.DocumentTemplate;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.FormSource;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Library;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.MergeMode;
import org.bieumau.model.Severity;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * Writes the results of a campaign: the consolidated form, the sources of its figures, the state of the returns and the
 * open differences, as a .bieu file and for Excel and Word.
 */
public final class ResultWriter {

    private static final String REPORT = "_BáoCáo";
    /** The end of the name of the list of sources. */
    private static final String SOURCES = "-nguon-so-lieu";

    private static final List<String> FORMATS = List.of("xlsx", "docx");
    /** Largest number of rows of a list beside the consolidated form that are written into the text. */
    private static final int MOST_LISTED = 1_000;
    /** Largest number of rows of a Word file; nobody prints more. */
    private static final int MOST_PRINTED = 20_000;
    /** Largest number of rows of a sheet, without those above the table. */
    private static final int MOST_IN_SHEET = 1_048_000;

    private final CampaignFile file;
    private final Path folder;
    private final int most;
    private final boolean force;
    private final List<Path> written = new ArrayList<>();
    /** Texts that the office may edit, as they were written. */
    private final Map<Path, String> editable = new HashMap<>();

    private final List<Problem> problems = new ArrayList<>();
    /** The number of rows of each form. */
    private final Map<String, Long> counts = new HashMap<>();

    /**
     * @param folder the folder of results; created if missing
     * @param force whether results that somebody has edited are replaced
     */
    public ResultWriter(CampaignFile file, Path folder, boolean force) {
        this(file, folder, force, FormRows.MOST);
    }

    /** @param most largest number of rows of a form that are written into the text, rather than to a CSV file */
    public ResultWriter(CampaignFile file, Path folder, boolean force, int most) {
        this.file = file;
        this.folder = folder;
        this.force = force;
        this.most = most;
    }

    /** Returns the files that were written. */
    public List<Path> written() {
        return written;
    }

    /** Returns the problems of the consolidated form, and those of its exports. */
    public List<Problem> problems() {
        return problems;
    }

    private String name() {
        return file.campaign().getName();
    }

    /** Returns the name of the library with the result, which reports use. */
    private String library() {
        return name() + "_KếtQuả";
    }

    /**
     * Writes all results.
     *
     * @throws ProblemException if a file cannot be written
     */
    public void write(Merged merged) throws ProblemException {
        write(merged, each -> {});
    }

    /**
     * Writes all results.
     *
     * @param found receives what is to be decided or known, which may be too much to be kept in memory
     * @throws ProblemException if a file cannot be written
     */
    public void write(Merged merged, Sink<Difference> found) throws ProblemException {
        write(merged, found, Progress.NONE);
    }

    /**
     * Writes all results.
     *
     * @param found receives what is to be decided or known, which may be too much to be kept in memory
     * @param progress gets the number of rows of the file that is being written
     * @throws ProblemException if a file cannot be written
     * @throws java.util.concurrent.CancellationException if the progress cancels; files that were written stay
     */
    public void write(Merged merged, Sink<Difference> found, Progress progress) throws ProblemException {
        try {
            write(new Texts(merged, found), progress);
        } catch (IOException e) {
            throw new ProblemException(ExportRun.unwritable(folder, e), e);
        } catch (UncheckedIOException e) {
            throw new ProblemException(ExportRun.unwritable(folder, e.getCause()), e);
        }
    }

    private void write(Texts texts, Progress progress) throws IOException, ProblemException {
        var merged = texts.merged;
        try {
            Files.createDirectories(folder);
            if (folder.equals(file.results())) {
                ResultStore.restrict(folder, "rwx------");
            }
            var text = texts.write();
            var target = folder.resolve(name() + ".bieu");
            save(target, text);
            var read = file.reader().read(target);
            read.problems().stream()
                    .filter(problem -> !isOfTables(problem, text)
                            && !(merged.plan().mode() == MergeMode.STACK && isOfRows(problem, text)))
                    .forEach(problems::add);
            export(read, progress);
            if (hasReport(merged)) {
                report(texts, progress);
            }
        } finally {
            // The list is for forget().
            WrittenTexts.results(file).add(written, editable);
        }
    }

    /** Returns whether a problem is that of a row, which was told and decided at its return. */
    private boolean isOfRows(Problem problem, String text) {
        var form = text.indexOf("\nbiểu " + name() + "_TổngHợp ");
        return problem.code().startsWith("FORM-")
                && problem.place() instanceof Place.Text place
                && place.offset() > text.indexOf('\n', form + 1);
    }

    /** Returns whether a problem is that of a long file name in one of the tables about the returns. */
    private boolean isOfTables(Problem problem, String text) {
        var begin = text.indexOf("\nmẫu biểu " + name() + "_MẫuTìnhHìnhNộp");
        return problem.code().equals("TABLE-WIDTH")
                && problem.place() instanceof Place.Text place
                && place.offset() > begin;
    }

    /** Whether the campaign has templates of reports, or an agency in whose name the built-in report is written. */
    private boolean hasReport(Merged merged) {
        var agency = file.campaign().getAgency();
        return !file.campaign().getReports().isEmpty()
                || merged.plan().mode() != MergeMode.PROSE && agency != null && !agency.eIsProxy();
    }

    /** Writes the reports, or gives those that the office has edited the new figures. */
    private void report(Texts texts, Progress progress) throws IOException, ProblemException {
        var target = folder.resolve(name() + "-bao-cao.bieu");
        var text = new ReportWriter(file, texts.returns, texts.open, texts.facts()).text(library());
        if (!force && WrittenTexts.results(file).isEdited(target)) {
            var edited = file.reader().read(target);
            if (edited.hasErrors()) {
                problems.add(Problem.error(IdeMessages.ALL, "REPORT-KEPT", Place.of(target.toString()), target));
                return;
            }
            text = ReportWriter.updated(edited, file.reader().read(text));
        } else {
            editable.put(target, text);
        }
        save(target, text);
        var read = file.reader().read(target);
        problems.addAll(read.problems());
        if (!read.hasErrors()) {
            export(read, progress);
        }
    }

    private void save(Path target, String text) throws IOException {
        if (!Files.exists(target) || !Files.readString(target).equals(text)) {
            WholeFile.write(target, text);
        }
        ResultStore.restrict(target, "rw-------");
        written.add(target);
    }

    private void export(BieuFile read, Progress progress) throws IOException, ProblemException {
        var plan = new ExportPlan(file.reader().registry(), name(), null);
        var forms = new LinkedHashMap<String, Form>();
        for (var element : read.elements()) {
            if (element instanceof Document document) {
                export(plan, document, progress);
            } else if (element instanceof Form form && form.getTemplate() != null) {
                forms.put(suffix(form.getName()), form);
            }
        }
        var result = forms.get("");
        var sources = forms.get(SOURCES);
        // The sources are a sheet of the workbook with the result, unless one of the two does not fit into a sheet.
        if (result != null && sources != null && isInWorkbook(result) && isInWorkbook(sources)) {
            forms.remove(SOURCES);
            export(plan, result, List.of(sources), progress);
        } else if (result != null) {
            export(plan, result, List.of(), progress);
        }
        for (var form : forms.values()) {
            if (form != result) {
                export(plan, form, List.of(), progress);
            }
        }
    }

    private boolean isInWorkbook(Form form) {
        return counts.getOrDefault(form.getName(), 0L) <= MOST_IN_SHEET;
    }

    /** @param lists forms that go with a form in a workbook */
    private void export(ExportPlan plan, Form form, List<Form> lists, Progress progress)
            throws IOException, ProblemException {
        var suffix = suffix(form.getName());
        for (var format : FORMATS) {
            var exporter = file.reader().registry().exporter(format);
            if (exporter.isEmpty() || suffix.equals(SOURCES) && format.equals("docx")) {
                continue;
            }
            var layout =
                    plan.layout(form).withLists(lists.stream().map(plan::layout).toList());
            var output = new ExportPlan.Output(exporter.get(), name() + suffix, layout);
            var target = output.in(folder);
            var count = counts.getOrDefault(form.getName(), 0L);
            if (count > (format.equals("docx") ? MOST_PRINTED : MOST_IN_SHEET)) {
                Files.deleteIfExists(target);
                problems.add(new Problem(
                        "CAMPAIGN-LARGE",
                        Severity.INFO,
                        IdeMessages.ALL.text("CAMPAIGN-LARGE", target.getFileName(), count, name() + suffix + ".csv"),
                        Place.of(target.toString())));
                continue;
            }
            write(plan, output, progress);
        }
    }

    private void export(ExportPlan plan, Document document, Progress progress) throws IOException, ProblemException {
        var exporter = file.reader().registry().exporter("docx");
        if (exporter.isPresent()) {
            write(
                    plan,
                    new ExportPlan.Output(exporter.get(), name() + suffix(document.getName()), plan.layout(document)),
                    progress);
        }
    }

    /** Writes a file, unless somebody has edited it. */
    private void write(ExportPlan plan, ExportPlan.Output output, Progress progress)
            throws IOException, ProblemException {
        var target = output.in(folder);
        var kept = force ? Optional.<Problem>empty() : KeptOutput.problem(output, target);
        if (kept.isPresent()) {
            problems.add(kept.get());
            return;
        }
        progress.done(0);
        plan.write(output, target, progress);
        ResultStore.restrict(target, "rw-------");
        written.add(target);
    }

    private String suffix(String form) {
        var rest = form.substring(Math.min(form.length(), name().length()));
        return switch (rest) {
            case "_TìnhHìnhNộp" -> "-tinh-hinh-nop";
            case "_SaiKhác" -> "-sai-khac";
            case "_NguồnSốLiệu" -> SOURCES;
            case "_TheoĐơnVị" -> "-theo-don-vi";
            default -> rest.startsWith(REPORT) ? "-bao-cao" + rest.substring(REPORT.length()) : "";
        };
    }

    /**
     * Deletes what earlier runs of a campaign have read and written.
     *
     * @return the results that were deleted
     */
    public static List<Path> forget(CampaignFile file) throws IOException {
        var deleted = new ArrayList<Path>();
        for (var path : WrittenTexts.results(file).files()) {
            if (isResult(path, file) && Files.deleteIfExists(path)) {
                deleted.add(path);
            }
        }
        ResultStore.delete(file.cache());
        var parent = file.cache().getParent();
        for (var each : List.of(parent, file.results())) {
            if (Files.isDirectory(each) && isEmpty(each)) {
                Files.delete(each);
            }
        }
        return deleted;
    }

    /** The list is a file that anybody could have changed, so that only names of results are deleted. */
    private static boolean isResult(Path path, CampaignFile file) {
        return path.isAbsolute()
                && path.getFileName() != null
                && path.getFileName().toString().startsWith(file.campaign().getName());
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /** Builds the library of the results and writes its text. */
    private final class Texts {

        private final Merged merged;
        private final Returns returns;
        private final Library library = BieumauFactory.eINSTANCE.createLibrary();
        private final ReportForms reportForms;
        private final Map<String, FormSource> sources = new LinkedHashMap<>();
        private final Sink<Difference> found;
        private final UnitSums sums = new UnitSums();
        private final OpenProblems open = new OpenProblems();

        Texts(Merged merged, Sink<Difference> found) {
            this.merged = merged;
            this.found = found;
            returns = merged.returns();
            library.setLanguageVersion("2");
            library.setName(library());
            reportForms = new ReportForms(file.campaign(), library);
        }

        /** Returns the forms and charts that reports may show. */
        Map<CampaignFact, LibraryElement> facts() {
            return reportForms.facts();
        }

        String write() throws IOException, ProblemException {
            var mode = merged.plan().mode();
            var form = mode == MergeMode.PROSE ? null : form();
            if (form == null) {
                report();
            }
            var forms = templates();
            try (var origins = open(forms.get("NguồnSốLiệu"), "NguồnSốLiệu")) {
                if (form != null) {
                    fill(form, origins);
                }
                var place = library.getElements().size();
                var differences = form(forms.get("SaiKhác"), "SaiKhác", list -> {
                    var rows = new RepeatedNotes(
                            returns.units(), each -> list.add(row("đơnVị", unit(each), difference(each))));
                    merged.differences(each -> {
                        found.accept(each);
                        open.accept(each);
                        rows.accept(each);
                    });
                    rows.finish();
                });
                var status = form(forms.get("TìnhHìnhNộp"), "TìnhHìnhNộp", list -> {
                    for (var row : StatusText.rows(returns, open)) {
                        list.add(row(
                                "đơnVị",
                                row.unit(),
                                Map.of(
                                        "tìnhTrạng", Datum.text(row.state()),
                                        "ngàyNhận",
                                                row.received() == null
                                                        ? Datum.text("")
                                                        : new Datum(Datum.Kind.DATE, row.received()),
                                        "tệp", Datum.text(row.file()),
                                        "ghiChú", Datum.text(row.note()))));
                    }
                });
                library.getElements().move(place, status);
                if (mode != MergeMode.STACK) {
                    merged.contributions(each -> origins.add(row(each)), sums);
                }
                finish(origins);
                library.getElements().add(origins.form());
                reportForms.put(CampaignFact.STATUS, status);
                reportForms.put(CampaignFact.DIFFERENCES, differences);
            }
            if (mode != MergeMode.PROSE) {
                var units = Resources.element(file.reader(), "baocao.bieu", FormTemplate.class, "TheoĐơnVị");
                var template = EcoreUtil.copy(units);
                template.setName(name() + "_MẫuTheoĐơnVị");
                reportForms.addUnitTemplate(merged, template);
                var byUnit = form(template, "TheoĐơnVị", list -> {
                    for (var taken : returns.taken()) {
                        list.add(row("", "", ReportForms.cells(taken, merged, sums)));
                    }
                });
                reportForms.put(CampaignFact.BY_UNIT, byUnit);
            }
            reportForms.addStatusChart(returns);
            reportForms.addCharts();
            return file.reader().write(library).text();
        }

        /**
         * Adds the rows of the consolidated form.
         *
         * @param origins receives the origins of stacked rows, which are not read again for them
         */
        private void fill(Form form, FormRows origins) throws IOException {
            var resolved = ResolvedTemplate.of(form.getTemplate());
            var isStacked = merged.plan().mode() == MergeMode.STACK;
            var csv = folder.resolve(name() + ".csv");
            try (var rows = new FormRows(form, resolved, csv, most, (entry, row) -> locate(entry, row, form))) {
                merged.rows(row -> {
                    rows.add(row);
                    if (merged.totalRow().isEmpty()) {
                        row.origin().ifPresent(taken -> sums.add(taken.unit(), row.row()));
                    }
                    if (isStacked) {
                        origins.add(row(merged.contribution(row)));
                    }
                });
                if (finish(rows)) {
                    form.getSources().clear();
                }
            }
            new Recomputed(resolved, merged.rules()).fill(form);
        }

        private MergedRow row(Contribution each) {
            return row(
                    "lĩnhVực",
                    each.section(),
                    Map.of(
                            "dòngBiểu", Datum.text(each.row()),
                            "cộtBiểu", Datum.text(each.column()),
                            "đơnVị", Datum.text(each.unit()),
                            "giáTrị", Datum.text(each.value()),
                            "tệp", Datum.text(each.file()),
                            "trang", Datum.text(each.place().partName()),
                            "ô", Datum.text(each.place().cellName())));
        }

        private String unit(Difference each) {
            return each.unit() < 0 ? "" : returns.units().get(each.unit()).title();
        }

        private Map<String, Datum> difference(Difference each) {
            var values = new LinkedHashMap<String, Datum>();
            values.put("tệp", Datum.text(each.file()));
            values.put(
                    "nơi",
                    Datum.text(each.place().partName()
                            + (each.place().cellName().isEmpty()
                                    ? ""
                                    : ", " + each.place().cellName())));
            var column = merged.columnTitle(each.column());
            values.put("ôBiểu", Datum.text(each.rowLabel() + (column.isEmpty() ? "" : ", " + column)));
            values.put("giáTrị", Datum.text(each.value()));
            values.put("nộiDung", Datum.text(each.message() + " [" + each.code() + "]"));
            values.put("mức", Datum.text(each.severity().getLiteral()));
            values.put("quyếtĐịnh", Datum.text(each.decided() == null ? "" : each.decided()));
            return values;
        }

        private MergedRow row(String title, String text, Map<String, Datum> values) {
            var cells = new LinkedHashMap<String, Datum>();
            if (!text.isEmpty()) {
                cells.put(title, Datum.text(text));
            }
            values.forEach((name, value) -> {
                if (!value.text().isBlank()) {
                    cells.put(name, value);
                }
            });
            return new MergedRow(new ReturnRow("", "", "", "", -1, 0, cells), Optional.empty(), Spot.NONE);
        }

        /** Adds the document in which the headings of the outline are followed by what units wrote. */
        private void report() throws IOException {
            var campaign = merged.plan().campaign();
            var structure = campaign.getStructure();
            var copies = new Copies(library, structure, campaign.getAgency());
            var copy = copies.of(structure);
            Document document;
            switch (copy) {
                case DocumentTemplate template -> {
                    document = BieumauFactory.eINSTANCE.createDocument();
                    document.setType(template.getDocument().getType());
                    document.setTemplate(template);
                }
                case Document own -> document = own == structure ? EcoreUtil.copy(own) : own;
                default -> throw new IllegalStateException(copy.eClass().getName());
            }
            var body = JoinedText.of(Outline.of(copy), merged);
            document.setName(name() + "_TổngHợp");
            document.setBody(body);
            if (campaign.getAgency() != null
                    && !campaign.getAgency().eIsProxy()
                    && ResolvedDocument.of(document).agency() == null) {
                document.setAgency(copies.of(campaign.getAgency()));
            }
            // Elements precede the document that uses them.
            library.getElements().remove(document);
            library.getElements().add(document);
        }

        /** Returns the consolidated form without rows, and adds it and its template to the library. */
        private Form form() {
            var plan = merged.plan();
            var source = merged.template();
            var agency = plan.campaign().getAgency();
            var previous = plan.campaign().getPrevious();
            var copies = new Copies(library, source, agency, previous);
            var template = copies.of(source);
            if (template.eContainer() == null) {
                library.getElements().add(template);
            }
            var form = BieumauFactory.eINSTANCE.createForm();
            form.setName(name() + "_TổngHợp");
            form.setTemplate(template);
            if (agency != null && !agency.eIsProxy()) {
                form.setAgency(copies.of(agency));
            }
            if (!plan.period().isEmpty()) {
                form.setPeriod(plan.period());
            }
            // Above this number, the list of the origins names the files.
            if (returns.taken().size() <= MOST_LISTED || plan.mode() == MergeMode.STACK) {
                returns.taken().forEach(taken -> source(taken, form));
            }
            library.getElements().add(form);
            reportForms.put(CampaignFact.RESULT, form);
            if (previous != null && !previous.eIsProxy()) {
                reportForms.put(CampaignFact.PREVIOUS, copies.of(previous));
            }
            return form;
        }

        /** Adds the source of the rows of a return, one for each of its tables. */
        private void source(Taken taken, Form form) {
            var source = BieumauFactory.eINSTANCE.createFormSource();
            source.setName("n" + (sources.size() + 1));
            source.setFile(taken.file());
            source.setSha256(taken.sha256());
            sources.put(taken.file() + "\n", source);
            form.getSources().add(source);
        }

        private void locate(Entry entry, MergedRow row, Form form) {
            if (row.origin().isEmpty() || row.row().number() == 0) {
                return;
            }
            var taken = row.origin().get();
            var part = row.table().partName();
            var source = sources.computeIfAbsent(taken.file() + "\n" + part, key -> {
                var first = sources.get(taken.file() + "\n");
                if (first.getPart() == null) {
                    first.setPart(part);
                    return first;
                }
                var another = BieumauFactory.eINSTANCE.createFormSource();
                another.setName("n" + (sources.size() + 1));
                another.setFile(taken.file());
                another.setSha256(taken.sha256());
                another.setPart(part);
                form.getSources().add(another);
                return another;
            });
            var provenance = BieumauFactory.eINSTANCE.createProvenance();
            provenance.setSource(source);
            provenance.setRow(row.row().number());
            entry.setProvenance(provenance);
        }

        private Map<String, FormTemplate> templates() throws ProblemException {
            var templates = new LinkedHashMap<String, FormTemplate>();
            for (var element : Resources.read(file.reader(), "ketqua.bieu").elements()) {
                var copy = new Copies(library, element).of(element);
                copy.setName(name() + "_Mẫu" + element.getName());
                templates.put(element.getName(), (FormTemplate) copy);
            }
            return templates;
        }

        /** Fills the rows of a form. */
        @FunctionalInterface
        private interface Filler {

            void fill(FormRows rows) throws IOException;
        }

        private Form form(FormTemplate template, String name, Filler filler) throws IOException {
            try (var rows = open(template, name)) {
                filler.fill(rows);
                finish(rows);
                library.getElements().add(rows.form());
                return rows.form();
            }
        }

        private FormRows open(FormTemplate template, String name) {
            var form = BieumauFactory.eINSTANCE.createForm();
            form.setName(name() + "_" + name);
            form.setTemplate(template);
            var csv = folder.resolve(name() + suffix(form.getName()) + ".csv");
            return new FormRows(
                    form,
                    ResolvedTemplate.of(form.getTemplate()),
                    csv,
                    Math.min(most, MOST_LISTED),
                    (entry, row) -> {});
        }

        /** Adds the rows to the form; returns whether they are in a file beside it. */
        private boolean finish(FormRows rows) throws IOException {
            counts.put(rows.form().getName(), rows.count());
            var isFile = rows.finish();
            if (isFile) {
                written.add(rows.csv());
            }
            return isFile;
        }
    }
}
