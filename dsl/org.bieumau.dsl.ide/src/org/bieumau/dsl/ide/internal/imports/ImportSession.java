/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bieumau.core.internal.resolved.Leftovers;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.ide.internal.table.FormTable;
import org.bieumau.dsl.ide.internal.template.TemplateCatalogue;
import org.bieumau.dsl.internal.library.LibraryIndex;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.Agency;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Document;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Leftover;
import org.bieumau.model.Library;
import org.bieumau.model.LibraryElement;
import org.bieumau.reading.internal.document.DocumentImport;
import org.bieumau.reading.internal.document.DocumentReading;
import org.bieumau.reading.internal.document.KnownAgency;
import org.bieumau.reading.internal.document.KnownForms;
import org.bieumau.reading.internal.draw.TemplateDrawing;
import org.bieumau.reading.internal.grid.SourceContent;
import org.bieumau.reading.internal.grid.SourceFile;
import org.bieumau.reading.internal.match.Decision;
import org.bieumau.reading.internal.match.Decision.Kind;
import org.bieumau.reading.internal.match.FormFinder;
import org.bieumau.reading.internal.match.FormMatch;
import org.bieumau.reading.internal.match.KnownLabels;
import org.bieumau.reading.internal.rows.FormImport;
import org.bieumau.reading.internal.rows.FormReading;
import org.bieumau.reading.internal.shape.ShapeColumn;
import org.bieumau.reading.internal.shape.ShapeFinder;
import org.bieumau.reading.internal.values.Answer;
import org.bieumau.reading.internal.values.Question;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/**
 * One import of files of Word and Excel into a .bieu file: the files, the forms and documents found in them, and what
 * the user decides. Nothing is changed; {@link #result} tells the text to be added. Its methods are called one after
 * the other; only the labels and the open columns may be asked for while columns are assigned.
 */
public final class ImportSession {

    /** Minimum likeness of a template that is offered for a table. */
    private static final double OFFERED = 0.3;
    /** Number of templates that are offered for a file. */
    private static final int MOST = 12;
    /** Kinds of decisions that are stored: labels that differ from those of the template. */
    private static final Set<Kind> REMEMBERED = Set.of(Kind.MAPPED, Kind.IGNORED, Kind.LIKELY);

    private final Path target;
    private final String text;
    private final BieuReader reader;
    private final Registry registry;
    /** The file that receives the forms. Its elements are moved when a result is written. */
    private final Library own;

    private final Set<String> ownNames = new HashSet<>();
    private final List<FoundTemplate> templates = new ArrayList<>();
    /** Elements of the files that may contain mappings. */
    private final List<LibraryElement> mappings = new ArrayList<>();

    /** The agencies that documents may name; null until one is read. */
    private List<KnownAgency> agencies;

    private final Map<FormTemplate, KnownLabels> known = new HashMap<>();
    private final List<ImportedFile> files = new ArrayList<>();
    private final Map<Path, Map<Question.Key, Answer>> answers = new HashMap<>();

    /**
     * Begins an import. Finds the templates and mappings that the target can use.
     *
     * @param target the .bieu file, which need not exist yet
     * @param text its text; an empty string for a new file
     * @throws ProblemException if its folder cannot be read
     */
    public ImportSession(Path target, String text, Registry registry) throws ProblemException {
        this.target = target.toAbsolutePath().normalize();
        this.registry = registry;
        this.text = text.isBlank() ? "phiên bản 2\n" : text;
        var folder = this.target.getParent();
        reader = new BieuReader(Files.isDirectory(folder) ? List.of(folder) : List.of(), registry);
        own = own(reader.read(this.text));
        for (var element : own.getElements()) {
            if (element.getName() != null) {
                ownNames.add(element.getName());
            }
            if (element instanceof FormTemplate template && template.getName() != null) {
                templates.add(new FoundTemplate("", template));
            }
        }
        for (var template : TemplateCatalogue.of(this.target, registry)) {
            if (!template.library().equals(own.getName()) || !ownNames.contains(template.name())) {
                FoundTemplate.load(template, reader).ifPresent(templates::add);
            }
        }
        findMappings();
    }

    /** Resolves all references, since the elements will be moved out of their file. */
    private static Library own(BieuFile file) {
        var library = file.library();
        EcoreUtil.resolveAll(library);
        return library;
    }

    /** Finds the mappings in the files beside the target, and then in the target itself, which come first. */
    private void findMappings() throws ProblemException {
        for (var uri : LibraryIndex.beside(LibraryIndex.uri(target))) {
            var file = Path.of(uri.toFileString());
            if (!file.equals(target) && mentionsMapping(file)) {
                mappings.addAll(reader.read(file).elements());
            }
        }
        mappings.addAll(own.getElements());
    }

    private static boolean mentionsMapping(Path file) {
        try {
            return VietnameseText.nfc(Files.readString(file, StandardCharsets.UTF_8))
                    .contains("ánh xạ");
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns the files, in the order in which they were added. */
    public List<ImportedFile> files() {
        return List.copyOf(files);
    }

    /**
     * Reads a file, finds its forms, and adds it.
     *
     * @throws java.util.concurrent.CancellationException if the progress was cancelled; the file is not added
     */
    public ImportedFile add(Path path, Registry registry, Progress progress) {
        var file = read(path, registry, progress);
        files.removeIf(each -> each.path().equals(path));
        files.add(file);
        return file;
    }

    public void remove(ImportedFile file) {
        files.remove(file);
    }

    private ImportedFile read(Path path, Registry registry, Progress progress) {
        try {
            if (SourceFile.isWorkbook(path)) {
                return found(path, SourceFile.read(path, registry, progress), null, false);
            }
            var items = SourceFile.items(path, registry, progress);
            var document = DocumentImport.title(items)
                    .map(title -> new FoundDocument(title, items))
                    .orElse(null);
            return found(path, SourceContent.of(items), document, DocumentImport.isDocument(items));
        } catch (ProblemException e) {
            return new ImportedFile(path, null, null, List.of(), List.of(), e.problem());
        }
    }

    /** @param isDocument whether the file has parts that forms do not have, so that it is read as a document */
    private ImportedFile found(Path path, SourceContent content, FoundDocument document, boolean isDocument)
            throws ProblemException {
        var matches = matches(content);
        var tables = new ArrayList<FoundTable>();
        for (var match : matches) {
            if (match.score() >= OFFERED && tables.size() < MOST) {
                tables.add(new FoundTable(template(match), match, null));
            }
        }
        var drawn = drawn(content, path);
        tables.addAll(drawn);
        try {
            var best = matches.isEmpty() || matches.getFirst().score() < FormMatch.PROBABLE
                    ? List.<FormMatch>of()
                    : FormImport.tables(matches, path.getFileName().toString(), new ArrayList<>());
            var chosen =
                    tables.stream().filter(each -> best.contains(each.match())).toList();
            var file = new ImportedFile(path, content, document, tables, chosen, null);
            file.chooseDocument(isDocument);
            return file;
        } catch (ProblemException e) {
            var file = new ImportedFile(path, content, document, tables, List.of(), e.problem());
            file.chooseDocument(isDocument);
            return file;
        }
    }

    private List<FormMatch> matches(SourceContent content) {
        var reading = new FormImport();
        templates.forEach(each -> reading.with(each.template(), known(each.template())));
        return reading.matches(content);
    }

    private FoundTemplate template(FormMatch match) {
        return templates.stream()
                .filter(each -> each.template() == match.template().template())
                .findFirst()
                .orElseThrow();
    }

    /** Draws a template of each table, for tables that follow no template. */
    private List<FoundTable> drawn(SourceContent content, Path path) throws ProblemException {
        var drawn = new ArrayList<FoundTable>();
        var used = new HashSet<>(ownNames);
        for (var grid : content.grids()) {
            var shape = ShapeFinder.find(grid);
            if (shape.isPresent()) {
                var name = ElementName.of(Path.of("Mẫu " + path.getFileName()), used);
                var drawing = TemplateDrawing.of(shape.get(), name, grid.name());
                var template = own(reader.read("phiên bản 2\n\n" + drawing)).getElements().stream()
                        .filter(FormTemplate.class::isInstance)
                        .map(FormTemplate.class::cast)
                        .findFirst();
                if (template.isPresent()) {
                    var found = new FoundTemplate("", template.get());
                    var match = new FormFinder(ResolvedTemplate.of(template.get()), known(template.get()))
                            .match(shape.get());
                    drawn.add(new FoundTable(found, match, drawing));
                }
            }
        }
        return drawn;
    }

    // The columns

    private KnownLabels known(FormTemplate template) {
        return known.computeIfAbsent(template, key -> {
            var labels = new KnownLabels();
            MappingText.read(mappings, template, labels);
            return labels;
        });
    }

    /** Returns all tables that are imported, in the order of the files. */
    public List<FoundTable> tables() {
        return files.stream().flatMap(file -> file.chosen().stream()).toList();
    }

    /** Returns the file that a table is in. */
    public ImportedFile file(FoundTable table) {
        return files.stream()
                .filter(file -> file.tables().contains(table))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Assigns a column of a table to one of its template. All tables with the template are matched again.
     *
     * @param leaf column of the template; empty if the column is not to be read
     */
    public synchronized void assign(FoundTable table, ShapeColumn column, Optional<Leaf> leaf) {
        leaf.flatMap(target -> taken(table, target))
                .filter(other -> other != column)
                .ifPresent(other -> remember(table, other, Optional.empty()));
        remember(table, column, leaf);
        matchAgain(table.template().template());
    }

    /** Returns the labels that are assigned to the template of a table now. */
    public synchronized KnownLabels labels(FoundTable table) {
        return known(table.template().template()).copy();
    }

    /**
     * Does the same as {@link #assign(FoundTable, ShapeColumn, Optional)}, in place of all decisions since the labels
     * were these: who goes through the choices with the arrow keys means the last one only.
     */
    public synchronized void assign(FoundTable table, KnownLabels before, ShapeColumn column, Optional<Leaf> leaf) {
        restore(table, before);
        assign(table, column, leaf);
    }

    /** Reads no column into one of the template, in place of all decisions since the labels were these. */
    public synchronized void leave(FoundTable table, KnownLabels before, Leaf leaf) {
        restore(table, before);
        for (var column = candidate(table, leaf); column.isPresent(); column = candidate(table, leaf)) {
            assign(table, column.get(), Optional.empty());
        }
    }

    private void restore(FoundTable table, KnownLabels labels) {
        known.put(table.template().template(), labels.copy());
        matchAgain(table.template().template());
    }

    /** Returns the column that is read into a column of the template, or may be. */
    private static Optional<ShapeColumn> candidate(FoundTable table, Leaf leaf) {
        return table.match().decisions().stream()
                .filter(decision -> decision.leaf().filter(leaf::equals).isPresent())
                .flatMap(decision -> decision.column().stream())
                .findFirst();
    }

    /** Returns the column of a table that is read into a column of the template. */
    private static Optional<ShapeColumn> taken(FoundTable table, Leaf leaf) {
        return table.match().decisions().stream()
                .filter(decision -> decision.kind().isTaken()
                        && decision.leaf().filter(leaf::equals).isPresent())
                .flatMap(decision -> decision.column().stream())
                .findFirst();
    }

    private void remember(FoundTable table, ShapeColumn column, Optional<Leaf> leaf) {
        var labels = known(table.template().template());
        var shape = table.match().shape();
        var source = leaf.map(Leaf::source);
        if (MappingText.isUnique(column, shape.columns())) {
            labels.add(KnownLabels.of(column), source);
        } else {
            labels.add(KnownLabels.of(column), shape.grid().columnName(column.first()), source);
        }
    }

    /** Discards the assignments of the user to a template in this import. */
    public synchronized void reset(FoundTable table) {
        known.remove(table.template().template());
        matchAgain(table.template().template());
    }

    private void matchAgain(FormTemplate template) {
        files.stream()
                .flatMap(file -> file.tables().stream())
                .filter(each -> each.template().template() == template)
                .forEach(each -> each.match(known(template)));
    }

    /** Returns the columns about which the user must decide: nothing is guessed. */
    public synchronized List<Decision> open() {
        return tables().stream()
                .flatMap(table -> table.match().decisions().stream())
                .filter(decision -> decision.kind() == Kind.AMBIGUOUS)
                .toList();
    }

    // The values

    /** Answers a question about a file. */
    public void answer(Path file, Question question, Answer answer) {
        answers.computeIfAbsent(file, key -> new HashMap<>()).put(question.key(), answer);
    }

    /** Returns the answer of the user; the first possible one if there is none. */
    public Answer answer(Path file, Question question) {
        return answers.getOrDefault(file, Map.of())
                .getOrDefault(question.key(), question.answers().getFirst());
    }

    /** Returns whether the user has answered a question. */
    public boolean isAnswered(Path file, Question question) {
        return answers.getOrDefault(file, Map.of()).containsKey(question.key());
    }

    // The result

    /** Reads the forms and documents with all decisions. */
    public ImportResult result(Progress progress) throws ProblemException {
        var run = new Run();
        var done = 0;
        for (var file : files) {
            progress.done(done++);
            run.read(file);
        }
        progress.done(done);
        return run.result();
    }

    private FormTemplate template(String text, String name) throws ProblemException {
        return own(reader.read("phiên bản 2\n\n" + text)).getElements().stream()
                .filter(FormTemplate.class::isInstance)
                .map(FormTemplate.class::cast)
                .filter(template -> name.equals(template.getName()))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the agencies of the target and of the libraries that it can use. */
    private List<KnownAgency> agencies() throws ProblemException {
        if (agencies == null) {
            var found = new ArrayList<KnownAgency>();
            own.getElements().stream()
                    .filter(Agency.class::isInstance)
                    .forEach(agency -> found.add(new KnownAgency("", (Agency) agency)));
            for (var each : new KnownAgencies(registry, reader).find(target, List.of())) {
                if (!each.library().equals(own.getName())
                        || !ownNames.contains(each.agency().getName())) {
                    found.add(each);
                }
            }
            agencies = List.copyOf(found);
        }
        return agencies;
    }

    /** Something that was read from a file. */
    private sealed interface Reading {

        /** Returns what it adds to the file, in the order of a library. */
        List<? extends LibraryElement> elements();
    }

    private record FormRead(Path file, FormReading reading) implements Reading {

        @Override
        public List<Form> elements() {
            return List.of(reading.form());
        }
    }

    private record DocumentRead(Path file, DocumentReading reading) implements Reading {

        @Override
        public List<LibraryElement> elements() {
            return reading.elements();
        }
    }

    /** One reading of all files. */
    private final class Run {

        private final Set<String> used = new HashSet<>(ownNames);
        private final Library library = BieumauFactory.eINSTANCE.createLibrary();
        private final Set<String> libraries = new LinkedHashSet<>();
        private final Map<String, String> drawings = new LinkedHashMap<>();
        /** The forms and documents that were read, in their order. */
        private final List<Reading> readings = new ArrayList<>();

        private final Map<FoundTemplate, List<FormMatch>> matches = new LinkedHashMap<>();

        void read(ImportedFile file) throws ProblemException {
            if (file.isDocumentChosen()) {
                readDocument(file);
                return;
            }
            var forms = file.forms();
            if (forms.isEmpty()) {
                return;
            }
            var digest = digest(file.path());
            var matched = forms.stream()
                    .map(form -> form.stream().map(FoundTable::match).toList())
                    .toList();
            var found = FormImport.read(
                    file.content(), name(file.path()), matched, answers.getOrDefault(file.path(), Map.of()));
            for (int i = 0; i < forms.size(); i++) {
                var table = forms.get(i).getFirst();
                use(table);
                matches.computeIfAbsent(table.template(), key -> new ArrayList<>())
                        .addAll(matched.get(i));
                var form = found.get(i).form();
                form.setName(ElementName.of(file.path(), used));
                form.getSources().forEach(source -> source.setSha256(digest));
                readings.add(new FormRead(file.path(), found.get(i)));
            }
        }

        private void readDocument(ImportedFile file) throws ProblemException {
            var known = new LinkedHashMap<FormTemplate, String>();
            templates.forEach(each -> known.put(each.template(), each.library()));
            var forms = new KnownForms(known, ImportSession.this::template);
            var reading = new DocumentImport(registry, agencies(), forms)
                    .read(
                            file.document().orElseThrow().items(),
                            name(file.path()),
                            ElementName.of(file.path(), used),
                            used);
            reading.uses().stream().filter(use -> !use.isEmpty()).forEach(libraries::add);
            var digest = digest(file.path());
            for (var element : reading.elements()) {
                if (element instanceof Form form) {
                    form.getSources().forEach(source -> source.setSha256(digest));
                }
            }
            readings.add(new DocumentRead(file.path(), reading));
        }

        private void use(FoundTable table) {
            var template = table.template();
            if (!template.library().isEmpty()) {
                libraries.add(template.library());
            }
            table.drawing().ifPresent(drawing -> {
                drawings.put(template.template().getName(), drawing);
                used.add(template.template().getName());
            });
        }

        private String digest(Path file) throws ProblemException {
            try {
                return Digest.sha256(file);
            } catch (IOException e) {
                throw new ProblemException(SourceFile.unreadable(file, e), e);
            }
        }

        ImportResult result() throws ProblemException {
            var elements = new ArrayList<>(drawings.values());
            elements.addAll(written());
            matches.forEach((template, tables) -> mapping(template, tables).ifPresent(elements::add));
            var insertion = new Insertion(List.copyOf(libraries), elements);
            var before = reader.read(text);
            var edits = insertion.edits(resource(before));
            var whole = org.bieumau.dsl.internal.edit.TextEdit.apply(edits, text);
            var after = reader.read(whole);
            return new ImportResult(
                    readings.stream().map(reading -> shown(reading, after)).toList(), insertion, whole);
        }

        /** Writes what was read. Elements that no library has are moved to the library that is written. */
        private List<String> written() throws ProblemException {
            library.setLanguageVersion("2");
            library.setName(own.getName());
            var all = new LinkedHashSet<String>();
            own.getUses().forEach(use -> all.add(use.getLibraryName()));
            all.addAll(libraries);
            all.stream().filter(Objects::nonNull).forEach(name -> UsedLibraries.add(library, name));
            var homes = new ArrayList<Runnable>();
            if (readings.stream().anyMatch(DocumentRead.class::isInstance)
                    || matches.keySet().stream()
                            .anyMatch(each -> each.template().eContainer() == own)) {
                var elements = List.copyOf(own.getElements());
                library.getElements().addAll(elements);
                homes.add(() -> own.getElements().addAll(elements));
            }
            matches.keySet().stream()
                    .map(FoundTemplate::template)
                    .filter(template -> drawings.containsKey(template.getName()))
                    .filter(template -> template.eContainer() != library)
                    .forEach(template -> {
                        var home = (Library) template.eContainer();
                        library.getElements().add(template);
                        homes.add(() -> home.getElements().add(template));
                    });
            try {
                readings.forEach(reading -> library.getElements().addAll(reading.elements()));
                var written = reader.write(library);
                return readings.stream()
                        .flatMap(reading -> reading.elements().stream())
                        .map(element -> written.element(LibraryElement.class, element.getName())
                                .orElseThrow())
                        .map(element ->
                                NodeModelUtils.findActualNodeFor(element).getText())
                        .toList();
            } finally {
                homes.forEach(Runnable::run);
            }
        }

        private Optional<String> mapping(FoundTemplate template, List<FormMatch> tables) {
            var name = ElementName.unique("ÁnhXạ" + template.template().getName(), used);
            return MappingText.of(name, template.template(), tables, REMEMBERED)
                    .filter(mapping -> !isKnown(template, tables));
        }

        /** Returns whether the mappings in the files decide all columns in the same way. */
        private boolean isKnown(FoundTemplate template, List<FormMatch> tables) {
            var labels = new KnownLabels();
            MappingText.read(mappings, template.template(), labels);
            var finder = new FormFinder(ResolvedTemplate.of(template.template()), labels);
            return tables.stream()
                    .allMatch(table -> finder.match(table.shape()).decisions().stream()
                                    .map(decision -> List.of(decision.kind(), decision.leaf(), decision.column()))
                                    .toList()
                                    .equals(table.decisions().stream()
                                            .map(decision ->
                                                    List.of(decision.kind(), decision.leaf(), decision.column()))
                                            .toList())
                            && table.decisions().stream().noneMatch(decision -> decision.kind() == Kind.LIKELY));
        }

        private ImportResult.Read shown(Reading reading, BieuFile after) {
            return switch (reading) {
                case FormRead(var file, var form) -> form(form, file, after);
                case DocumentRead(var file, var document) -> document(document, file, after);
            };
        }

        private ImportResult.ReadDocument document(DocumentReading reading, Path file, BieuFile after) {
            var name = reading.document().getName();
            var document = after.element(Document.class, name).orElseThrow(() -> new IllegalStateException(name));
            var left = new ArrayList<ImportResult.Left>();
            for (var element : reading.elements()) {
                if (element instanceof Form form) {
                    left.addAll(left(form.getLeftovers()));
                }
            }
            left.addAll(left(reading.document().getLeftovers()));
            return new ImportResult.ReadDocument(
                    file, name, PrintedLine.of(document, registry), left, reading.problems());
        }

        private static List<ImportResult.Left> left(List<Leftover> leftovers) {
            return leftovers.stream()
                    .map(each -> new ImportResult.Left(each.getPlace(), Leftovers.text(each)))
                    .toList();
        }

        private static ImportResult.ReadForm form(FormReading reading, Path file, BieuFile after) {
            var form = reading.form();
            var table = after.element(Form.class, form.getName())
                    .flatMap(each -> FormTable.of((XtextResource) each.eResource(), form.getName()))
                    .orElseThrow(() -> new IllegalStateException(form.getName()));
            return new ImportResult.ReadForm(
                    file, form.getName(), table, left(form.getLeftovers()), reading.problems(), reading.questions());
        }
    }

    private static XtextResource resource(BieuFile file) {
        return (XtextResource) file.library().eResource();
    }

    /** Returns the name of a file as the form keeps it: relative to the folder of the form if it is in it. */
    private String name(Path file) {
        var folder = target.getParent();
        var absolute = file.toAbsolutePath().normalize();
        var name = absolute.startsWith(folder) ? folder.relativize(absolute) : absolute;
        return name.toString().replace('\\', '/');
    }
}
