/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.validation;

import static org.bieumau.model.BieumauPackage.Literals.ATTACHMENT__ELEMENT;
import static org.bieumau.model.BieumauPackage.Literals.CELL__COLUMN;
import static org.bieumau.model.BieumauPackage.Literals.COLUMN_GROUP__EXACTLY_ONE;
import static org.bieumau.model.BieumauPackage.Literals.COLUMN__EXPECTED;
import static org.bieumau.model.BieumauPackage.Literals.COLUMN__WIDTH;
import static org.bieumau.model.BieumauPackage.Literals.DATED__VALID_FROM;
import static org.bieumau.model.BieumauPackage.Literals.FORM_TEMPLATE__BASE;
import static org.bieumau.model.BieumauPackage.Literals.FORM_TEMPLATE__COLUMN_NUMBER_PATTERN;
import static org.bieumau.model.BieumauPackage.Literals.LIBRARY__LANGUAGE_VERSION;
import static org.bieumau.model.BieumauPackage.Literals.LIBRARY__NAME;
import static org.bieumau.model.BieumauPackage.Literals.MARKER__TEXT;
import static org.bieumau.model.BieumauPackage.Literals.NAMED__NAME;
import static org.bieumau.model.BieumauPackage.Literals.PROVINCE__CODE;
import static org.bieumau.model.BieumauPackage.Literals.RULE__MESSAGE;
import static org.bieumau.model.BieumauPackage.Literals.SECTION_SPEC__HEADING_PATTERN;
import static org.bieumau.model.BieumauPackage.Literals.USE__LIBRARY_NAME;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bieumau.core.environment.Environment;
import org.bieumau.core.internal.check.BlankChecks;
import org.bieumau.core.internal.check.CampaignChecks;
import org.bieumau.core.internal.check.ChartChecks;
import org.bieumau.core.internal.check.DocumentChecks;
import org.bieumau.core.internal.check.FormChecks;
import org.bieumau.core.internal.check.GivenRowChecks;
import org.bieumau.core.internal.check.ReadingChecks;
import org.bieumau.core.internal.check.SpellingChecks;
import org.bieumau.core.internal.expression.EvaluationException;
import org.bieumau.core.internal.expression.Evaluator;
import org.bieumau.core.internal.law.Provinces;
import org.bieumau.core.internal.prose.Numbering;
import org.bieumau.core.internal.prose.ProseReader;
import org.bieumau.core.internal.prose.TableShape;
import org.bieumau.core.internal.resolved.FormRows;
import org.bieumau.core.internal.resolved.Names;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.Rules;
import org.bieumau.core.internal.resolved.SampleNames;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.core.internal.text.Similar;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.text.Messages;
import org.bieumau.dsl.internal.DslMessages;
import org.bieumau.dsl.internal.library.Fixes;
import org.bieumau.dsl.internal.library.LibraryIndex;
import org.bieumau.dsl.internal.library.LibraryOrigin;
import org.bieumau.dsl.internal.library.Packs;
import org.bieumau.dsl.internal.problem.FailedCheck;
import org.bieumau.dsl.internal.problem.FindingDiagnostic;
import org.bieumau.dsl.internal.syntax.FirstSlip;
import org.bieumau.dsl.internal.syntax.Indents;
import org.bieumau.model.Agency;
import org.bieumau.model.Attachment;
import org.bieumau.model.Campaign;
import org.bieumau.model.Chart;
import org.bieumau.model.Column;
import org.bieumau.model.ColumnGroup;
import org.bieumau.model.ColumnItem;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Conditional;
import org.bieumau.model.ConditionalLines;
import org.bieumau.model.Dated;
import org.bieumau.model.Document;
import org.bieumau.model.DocumentTemplate;
import org.bieumau.model.Entry;
import org.bieumau.model.Expression;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.InterpolationRun;
import org.bieumau.model.Leftover;
import org.bieumau.model.Library;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.Mapping;
import org.bieumau.model.Marker;
import org.bieumau.model.Named;
import org.bieumau.model.NoteRun;
import org.bieumau.model.Paragraph;
import org.bieumau.model.PlaceholderSpec;
import org.bieumau.model.Prose;
import org.bieumau.model.ProseLine;
import org.bieumau.model.Provenance;
import org.bieumau.model.Province;
import org.bieumau.model.RepeatedLines;
import org.bieumau.model.Rule;
import org.bieumau.model.Run;
import org.bieumau.model.SectionSpec;
import org.bieumau.model.Severity;
import org.bieumau.model.StyledRun;
import org.bieumau.model.TableRow;
import org.bieumau.model.Term;
import org.bieumau.model.TextRun;
import org.bieumau.model.Use;
import org.bieumau.model.Vocabulary;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.service.OperationCanceledManager;
import org.eclipse.xtext.validation.Check;
import org.eclipse.xtext.validation.CheckType;
import org.eclipse.xtext.validation.Issue;
import org.eclipse.xtext.validation.ValidationMessageAcceptor;

/**
 * Checks the elements of a file. The checks of forms and documents themselves are in the core; here their findings get
 * their place in the text.
 */
public class BieuValidator extends AbstractBieuValidator {

    /** Largest number of columns of a form. Excel has more, Word has 63. */
    private static final int MOST_COLUMNS = 256;

    /** Largest width of a column in mm, the long side of an A3 sheet. */
    private static final int WIDEST_COLUMN = 420;

    /** Problems of an expression that another value may not have: not reported for samples of values. */
    private static final Set<String> DEPENDING_ON_VALUES = Set.of("EXPRESSION-DIVISION", "EXPRESSION-EMPTY");

    private final OperationCanceledManager cancellation = new OperationCanceledManager();

    private void report(String code, EObject element, EStructuralFeature feature, Object... arguments) {
        error(
                DslMessages.ALL.text(code, arguments),
                element,
                feature,
                ValidationMessageAcceptor.INSIGNIFICANT_INDEX,
                code,
                Messages.data(arguments));
    }

    private void warn(String code, EObject element, EStructuralFeature feature, Object... arguments) {
        warning(
                DslMessages.ALL.text(code, arguments),
                element,
                feature,
                ValidationMessageAcceptor.INSIGNIFICANT_INDEX,
                code,
                Messages.data(arguments));
    }

    /** Reports a finding; one about an element of another file at the element that is checked. */
    private void report(Finding finding) {
        if (!isOfThisFile(finding.element())) {
            report(new Finding(
                    finding.code(),
                    finding.severity(),
                    elsewhere(finding),
                    getCurrentObject(),
                    getCurrentObject() instanceof Named ? NAMED__NAME : null,
                    finding.arguments()));
            return;
        }
        var data = finding.arguments().toArray(String[]::new);
        var feature =
                finding.feature() != null && finding.element().eIsSet(finding.feature()) ? finding.feature() : null;
        var index = ValidationMessageAcceptor.INSIGNIFICANT_INDEX;
        if (FindingDiagnostic.isNeeded(finding)) {
            getChain().add(new FindingDiagnostic(finding, feature, index));
            return;
        }
        switch (finding.severity()) {
            case ERROR -> error(finding.message(), finding.element(), feature, index, finding.code(), data);
            case WARNING, VIOLATION ->
                warning(finding.message(), finding.element(), feature, index, finding.code(), data);
            case INFO -> info(finding.message(), finding.element(), feature, index, finding.code(), data);
        }
    }

    private boolean isOfThisFile(EObject element) {
        return element != null && element.eResource() == getCurrentObject().eResource();
    }

    private static String elsewhere(Finding finding) {
        var element = finding.element();
        var node = element == null ? null : NodeModelUtils.findActualNodeFor(element);
        return node == null || element.eResource() == null
                ? finding.message()
                : DslMessages.ALL.text(
                        "finding.elsewhere",
                        finding.message(),
                        place(element.eResource().getURI()),
                        node.getStartLine());
    }

    /**
     * Reports that a check failed. What the check would have found is not known, so nothing may be exported.
     *
     * @param failure what the check has thrown, also null pointers, which Xtext would ignore
     */
    @Override
    protected void handleExceptionDuringValidation(Throwable failure) {
        cancellation.propagateAsErrorIfCancelException(failure);
        if (failure instanceof VirtualMachineError error && !(failure instanceof StackOverflowError)) {
            throw error;
        }
        var check = getCurrentMethod() == null ? "" : getCurrentMethod().getName();
        report(FailedCheck.CODE, getCurrentObject(), null, check, FailedCheck.reason(failure));
    }

    // Libraries and names

    @Check
    public void checkLibrary(Library library) {
        var version = library.getLanguageVersion();
        if (version != null && !version.equals(Fixes.LANGUAGE_VERSION)) {
            report(
                    Fixes.isOlder(version) ? "VERSION-OLD" : "VERSION",
                    library,
                    LIBRARY__LANGUAGE_VERSION,
                    version,
                    Fixes.LANGUAGE_VERSION);
        }
        checkUnique(library.getElements());
    }

    /** Warns about used files with syntax errors, since rules in them that cannot be parsed are not checked. */
    @Check
    public void checkLibraries(Library library) {
        for (var file : Packs.broken(library)) {
            var error = file.getErrors().getFirst();
            var slip = FirstSlip.of(file);
            warn(
                    "LIBRARY-BROKEN",
                    library.getUses().isEmpty() ? library : library.getUses().get(0),
                    null,
                    place(file.getURI()),
                    slip.map(Issue::getLineNumber).orElse(error.getLine()),
                    slip.map(Issue::getMessage).orElse(error.getMessage()));
        }
    }

    private static String place(URI file) {
        return file.isFile() ? file.toFileString() : file.toString();
    }

    @Check(CheckType.NORMAL)
    public void checkByPlugins(Library library) {
        new PluginChecks(library).findings().forEach(this::report);
    }

    /** Reports other libraries with the name of the one that is used: a name belongs to one place. */
    private void checkOrigins(String name, EObject place, EStructuralFeature feature) {
        var file = place.eResource();
        var origins = LibraryIndex.of(file.getResourceSet()).origins(name, file.getURI());
        var others = origins.stream()
                .skip(1)
                .filter(other -> OtherLibraries.differs(origins.getFirst(), other, (XtextResource) file))
                .map(LibraryOrigin::text)
                .toList();
        if (others.isEmpty()) {
            return;
        }
        var first = origins.getFirst();
        if (first.replacing()) {
            info(
                    DslMessages.ALL.text("LIBRARY-REPLACED", name, first.text(), String.join(", ", others)),
                    place,
                    feature,
                    ValidationMessageAcceptor.INSIGNIFICANT_INDEX,
                    "LIBRARY-REPLACED",
                    name);
        } else {
            warn("LIBRARY-TWICE", place, feature, name, first.text(), String.join(", ", others));
        }
    }

    /** Reports a name that two files of a library declare, such as a file and its copy: only one of them is seen. */
    private void checkDeclarations(Use use) {
        var file = (XtextResource) use.eResource();
        LibraryIndex.of(file.getResourceSet()).origins(use.getLibraryName(), file.getURI()).stream()
                .findFirst()
                .flatMap(origin -> OtherLibraries.declaredTwice(origin, file))
                .ifPresent(twice -> warn(
                        "LIBRARY-DUPLICATE",
                        use,
                        USE__LIBRARY_NAME,
                        twice.name(),
                        place(twice.first()),
                        place(twice.second())));
    }

    @Check
    public void checkOrigin(Library library) {
        if (library.getName() != null && library.eResource().getURI().isFile()) {
            checkOrigins(library.getName(), library, LIBRARY__NAME);
        }
    }

    @Check
    public void checkUse(Use use) {
        var index = LibraryIndex.of(use.eResource().getResourceSet());
        if (use.getLibraryName() != null) {
            checkOrigins(use.getLibraryName(), use, USE__LIBRARY_NAME);
            checkDeclarations(use);
        }
        if (use.getLibraryName() != null
                && index.files(use.getLibraryName(), use.eResource().getURI()).isEmpty()) {
            var name = use.getLibraryName();
            var similar = Similar.to(name, index.names(use.eResource().getURI()));
            if (!index.unreadable().isEmpty()) {
                var folders = index.unreadable().stream().map(Path::toString).collect(Collectors.joining(", "));
                report("LIBRARY-UNREADABLE", use, USE__LIBRARY_NAME, name, folders);
            } else if (similar.isEmpty()) {
                report("LIBRARY-UNKNOWN", use, USE__LIBRARY_NAME, name);
            } else {
                error(
                        DslMessages.ALL.text("LIBRARY-UNKNOWN-SIMILAR", name, similar.get()),
                        use,
                        USE__LIBRARY_NAME,
                        "LIBRARY-UNKNOWN",
                        name,
                        similar.get());
            }
        }
    }

    /** Warns about names in braces that are printed as they are. */
    @Check
    public void checkBraces(EObject element) {
        for (var found : LiteralBraces.of(element)) {
            warning(
                    DslMessages.ALL.text("TEXT-BRACES", found.name()),
                    element,
                    found.feature(),
                    found.feature().isMany() ? found.index() : ValidationMessageAcceptor.INSIGNIFICANT_INDEX,
                    "TEXT-BRACES",
                    found.name());
        }
    }

    @Check
    public void checkVocabulary(Vocabulary vocabulary) {
        checkUnique(vocabulary.getTerms());
        checkUniqueTitles(vocabulary.getTerms());
    }

    /** Warns about terms that print the same text: a reader cannot tell them apart, and neither can Excel's list. */
    private void checkUniqueTitles(List<Term> terms) {
        Map<String, Term> seen = new HashMap<>();
        for (var term : terms) {
            var title = term.getTitle() == null ? term.getName() : term.getTitle();
            if (title != null) {
                var printed = VietnameseText.nfc(title)
                        .strip()
                        .replaceAll("\\s+", " ")
                        .toLowerCase(VietnameseText.LOCALE);
                var first = seen.putIfAbsent(printed, term);
                if (first != null) {
                    warn("TERM-DUPLICATE", term, NAMED__NAME, term.getName(), first.getName(), title);
                }
            }
        }
    }

    @Check
    public void checkAgency(Agency agency) {
        checkUnique(agency.getUnits());
        checkUnique(agency.getSigners());
        BlankChecks.check(agency, this::report);
    }

    private void checkUnique(List<? extends Named> elements) {
        Map<String, Named> seen = new HashMap<>();
        for (var element : elements) {
            if (element.getName() != null && seen.putIfAbsent(element.getName(), element) != null) {
                report("NAME-DUPLICATE", element, NAMED__NAME, kind(element), element.getName());
            }
        }
    }

    private static String kind(Named element) {
        var kind = DslMessages.ALL.text("kind." + element.eClass().getName());
        return kind.startsWith("kind.") ? DslMessages.ALL.text("kind.other") : kind;
    }

    @Check
    public void checkValidity(Dated dated) {
        if (dated.getValidFrom() != null
                && dated.getValidTo() != null
                && dated.getValidFrom().earliest().isAfter(dated.getValidTo().latest())) {
            report("DATE-ORDER", dated, DATED__VALID_FROM, dated.getValidFrom(), dated.getValidTo());
        }
    }

    /** Warns if a setting is repeated; the grammar allows this because settings may come in any order. */
    @Check
    public void checkSettings(LibraryElement element) {
        for (var feature : element.eClass().getEAllStructuralFeatures()) {
            if (!feature.isMany() && !feature.isDerived() && element.eIsSet(feature)) {
                var nodes = NodeModelUtils.findNodesForFeature(element, feature);
                if (nodes.size() > 1 && nodes.stream().noneMatch(node -> node.getGrammarElement() instanceof Keyword)) {
                    var node = nodes.get(nodes.size() - 1);
                    getMessageAcceptor()
                            .acceptWarning(
                                    DslMessages.ALL.text(
                                            "SETTING-TWICE", node.getText().strip()),
                                    element,
                                    node.getOffset(),
                                    node.getLength(),
                                    "SETTING-TWICE");
                }
            }
        }
    }

    // Templates

    @Check
    public void checkTemplate(FormTemplate template) {
        if (template.getBase() == null && !template.getChanges().isEmpty()) {
            report("TEMPLATE-NO-BASE", template.getChanges().get(0), null);
        }
        if (hasCycle(template)) {
            report("TEMPLATE-CYCLE", template, FORM_TEMPLATE__BASE, template.getName());
            return;
        }
        var resolved = ResolvedTemplate.of(template);
        if (resolved.columns().isEmpty()) {
            report("TEMPLATE-NO-COLUMNS", template, NAMED__NAME, template.getName());
        }
        if (hasTooManyColumns(template)) {
            report(
                    "TEMPLATE-COLUMNS",
                    template,
                    NAMED__NAME,
                    MOST_COLUMNS,
                    resolved.columns().size());
            return;
        }
        var names = new HashSet<String>();
        resolved.columns().forEach(column -> checkItemName(template, column, names));
        resolved.groups().forEach(group -> checkItemName(template, group, names));
        checkUnique(template.getRules());
        new GivenRowChecks(resolved, this::report).checkTemplate();
        layoutFindings(template).forEach(this::report);
    }

    /** The findings of a layout, which are computed once. */
    private record LayoutFindings(List<Finding> all) {}

    /** Returns the findings of the layout of a template's blank form; its forms need them, too. */
    private List<Finding> layoutFindings(FormTemplate template) {
        return computedOnce(
                        template,
                        LayoutFindings.class,
                        each -> new LayoutFindings(Environment.of(template)
                                .profile(LayoutProfile.DEFAULT)
                                .map(profile -> findings(template, profile))
                                .orElse(List.of())))
                .all();
    }

    private boolean hasTooManyColumns(FormTemplate template) {
        return computedOnce(template, ResolvedTemplate.class, ResolvedTemplate::of)
                        .columns()
                        .size()
                > MOST_COLUMNS;
    }

    @Check
    public void checkBlankRows(PlaceholderSpec spec) {
        var rows = (long) Math.max(1, spec.getSectionCount()) * Math.max(1, spec.getEntryCount());
        if (rows > FormRows.Blank.MOST) {
            report("TEMPLATE-BLANK-ROWS", spec, null, FormRows.Blank.MOST, rows);
        }
    }

    @Check
    public void checkNumberRow(FormTemplate template) {
        var pattern = template.getColumnNumberPattern();
        if (pattern != null && !pattern.contains("1")) {
            report("TEMPLATE-NUMBER-PATTERN", template, FORM_TEMPLATE__COLUMN_NUMBER_PATTERN, pattern);
        }
    }

    @Check
    public void checkExpected(Column column) {
        if (column.getExpected() != null
                && column.getType() != ColumnType.NUMBER
                && column.getType() != ColumnType.MONEY) {
            report("COLUMN-EXPECTED", column, COLUMN__EXPECTED, column.getName());
        }
    }

    @Check
    public void checkWidth(Column column) {
        if (column.getWidth() != null && (column.getWidth() < 1 || column.getWidth() > WIDEST_COLUMN)) {
            report("COLUMN-WIDTH", column, COLUMN__WIDTH, WIDEST_COLUMN, column.getWidth());
        }
    }

    private static boolean hasCycle(FormTemplate template) {
        var chain = ResolvedTemplate.chain(template);
        var last = chain.get(chain.size() - 1).getBase();
        return last != null && !last.eIsProxy();
    }

    private void checkItemName(FormTemplate template, ResolvedTemplate.Item item, Set<String> names) {
        if (item.name() != null && !names.add(item.name())) {
            ColumnItem source = item.source();
            var own = EcoreUtil2.getContainerOfType(source, FormTemplate.class) == template;
            report("NAME-DUPLICATE", own ? source : template, NAMED__NAME, kind(source), item.name());
        }
    }

    /**
     * Evaluates expressions with sample values of the column types, so that type errors are reported in the template.
     */
    @Check
    public void checkExpressions(FormTemplate template) {
        if (hasCycle(template) || hasTooManyColumns(template)) {
            return;
        }
        var names = SampleNames.ofRule(template);
        var inFormula = SampleNames.ofFormula(template);
        var inCondition = SampleNames.ofCondition(template);
        for (var rule : template.getRules()) {
            checkExpression(rule.getCondition(), names, Evaluator::truth);
            checkMessage(rule, names);
        }
        for (var column : EcoreUtil2.getAllContentsOfType(template, Column.class)) {
            checkExpression(column.getCondition(), inCondition, Evaluator::truth);
            checkExpression(column.getFormula(), inFormula, Evaluator::printable);
            checkExpression(column.getExpected(), inFormula, Evaluator::printable);
        }
    }

    @Check
    public void checkRule(Rule rule) {
        if (rule.eContainer() instanceof Library
                && (rule.getFormTemplate() == null
                        || !rule.getFormTemplate().eIsProxy() && !hasCycle(rule.getFormTemplate()))) {
            checkExpression(rule.getCondition(), SampleNames.ofRule(rule), Evaluator::truth);
            checkMessage(rule, SampleNames.ofRule(rule));
        }
    }

    private void checkMessage(Rule rule, Evaluator.Scope names) {
        Rules.unknownValues(rule, names)
                .forEach(value -> report(Finding.of("RULE-VALUE", Severity.WARNING, rule, RULE__MESSAGE, value)));
    }

    /** Checks the condition of a section or row, which may refer to its form but not to other sections or rows. */
    @Check
    public void checkCondition(Conditional conditional) {
        var form = EcoreUtil2.getContainerOfType(conditional, Form.class);
        if (conditional.getCondition() != null && form != null) {
            checkExpression(conditional.getCondition(), Names.ofConditions(form), Evaluator::truth);
        }
    }

    @Check
    public void checkGroup(ColumnGroup group) {
        if (group.isExactlyOne() && group.getItems().size() < 2) {
            report("TEMPLATE-EXACTLY-ONE", group, COLUMN_GROUP__EXACTLY_ONE);
        }
    }

    @Check
    public void checkSections(SectionSpec spec) {
        if (spec.getHeadingPattern() != null && !spec.getHeadingPattern().contains("{tên}")) {
            warn("TEMPLATE-HEADING", spec, SECTION_SPEC__HEADING_PATTERN);
        }
    }

    @Check
    public void checkProvince(Province province) {
        if (province.getTitle() == null || province.getCode() == null || province.getValidTo() != null) {
            return;
        }
        Provinces.ofName(province.getTitle())
                .filter(known -> !known.code().equals(province.getCode()))
                .ifPresent(known -> report(Finding.of(
                        "PROVINCE-CODE",
                        Severity.ERROR,
                        province,
                        PROVINCE__CODE,
                        province.getTitle(),
                        known.code(),
                        province.getCode())));
    }

    // Forms and documents

    @Check
    public void checkForm(Form form) {
        if (canBeResolved(form)) {
            Packs.loadFor(form);
            new FormChecks(resolved(form), this::report).checkWhole(form);
            // A template of the same file reports itself what its blank form has.
            if (form.getTemplate().eResource() != form.eResource()
                    || layoutFindings(form.getTemplate()).isEmpty()) {
                Environment.of(form).profile(LayoutProfile.DEFAULT).ifPresent(profile -> checkLayout(form, profile));
            }
        }
    }

    private boolean canBeResolved(Form form) {
        var template = form.getTemplate();
        return template != null && !template.eIsProxy() && !hasCycle(template) && !hasTooManyColumns(template);
    }

    /** Returns the resolved template of a form; resolved once per run, since a form may have thousands of rows. */
    private ResolvedTemplate resolved(Form form) {
        return computedOnce(form.getTemplate(), ResolvedTemplate.class, ResolvedTemplate::of);
    }

    /** Returns a value derived from an element, computed once per validation run. */
    private <E extends EObject, T> T computedOnce(E element, Class<T> kind, Function<E, T> make) {
        return getContext() == null
                ? make.apply(element)
                : kind.cast(getContext().computeIfAbsent(Arrays.asList(kind, element), key -> make.apply(element)));
    }

    // What readers of foreign files leave

    @Check
    public void checkSources(Form form) {
        checkUnique(form.getSources());
        new ReadingChecks(this::report).check(form);
    }

    @Check
    public void checkProvenance(Provenance provenance) {
        var form = EcoreUtil2.getContainerOfType(provenance, Form.class);
        if (form != null) {
            new ReadingChecks(this::report).check(provenance, form);
        }
    }

    @Check
    public void checkLeftover(Leftover leftover) {
        new ReadingChecks(this::report).check(leftover);
    }

    @Check
    public void checkMapping(Mapping mapping) {
        new ReadingChecks(this::report).check(mapping);
    }

    @Check
    public void checkCampaign(Campaign campaign) {
        new CampaignChecks(this::report).check(campaign);
    }

    @Check
    public void checkChart(Chart chart) {
        if (chart.getForm() == null || chart.getForm().eIsProxy() || canBeResolved(chart.getForm())) {
            new ChartChecks(this::report).check(chart);
        }
    }

    @Check
    public void checkEntry(Entry entry) {
        var form = EcoreUtil2.getContainerOfType(entry, Form.class);
        if (form != null
                && canBeResolved(form)
                && computedOnce(form, Set.class, each -> Set.copyOf(FormChecks.rows(each)))
                        .contains(entry)) {
            new FormChecks(resolved(form), this::report).check(entry);
        }
        var columns = new HashSet<EObject>();
        for (var cell : entry.getCells()) {
            if (cell.getColumn() != null && !cell.getColumn().eIsProxy() && !columns.add(cell.getColumn())) {
                report("CELL-DUPLICATE", cell, CELL__COLUMN, cell.getColumn().getName());
            }
        }
    }

    @Check
    public void checkDocument(Document document) {
        if (document.eContainer() instanceof DocumentTemplate) {
            return;
        }
        var resolved = ResolvedDocument.of(document);
        if (resolved.agency() == null) {
            report("DOCUMENT-AGENCY", document, NAMED__NAME);
        }
        if (resolved.subject().isEmpty()) {
            report("DOCUMENT-SUBJECT", document, NAMED__NAME);
        }
        if (resolved.body() == null) {
            report("DOCUMENT-BODY", document, NAMED__NAME);
        }
        Packs.loadFor(document);
        DocumentChecks.check(document, this::report);
        BlankChecks.check(document, this::report);
        resolved.profile(Environment.of(document)).ifPresent(profile -> checkLayout(document, profile));
    }

    private void checkLayout(LibraryElement element, LayoutProfile profile) {
        findings(element, profile).forEach(this::report);
    }

    private static List<Finding> findings(LibraryElement element, LayoutProfile profile) {
        try {
            return Layout.of(element, profile).findings();
        } catch (IOException e) {
            // Rows that cannot be read are reported by the checks of forms.
            return List.of();
        }
    }

    @Check
    public void checkDocumentTemplate(DocumentTemplate template) {
        checkUnique(template.getParameters());
    }

    @Check
    public void checkAttachment(Attachment attachment) {
        var element = attachment.getElement();
        if (element != null && !element.eIsProxy() && !(element instanceof Form) && !(element instanceof Document)) {
            report("ATTACHMENT-TYPE", attachment, ATTACHMENT__ELEMENT);
        }
        var own = EcoreUtil2.getContainerOfType(attachment, Document.class);
        if (element instanceof Document other && reaches(other, own, new HashSet<>())) {
            report("ATTACHMENT-CYCLE", attachment, ATTACHMENT__ELEMENT, own.getName());
        }
    }

    private static boolean reaches(Document from, Document to, Set<Document> seen) {
        return from == to
                || seen.add(from)
                        && from.getAttachments().stream()
                                .map(Attachment::getElement)
                                .anyMatch(element -> element instanceof Document next && reaches(next, to, seen));
    }

    // Prose

    @Check
    public void checkProse(Prose prose) {
        checkLines(prose.getLines(), scope(prose), new Numbering(), false);
        var repeats = EcoreUtil2.eAllOfType(prose, RepeatedLines.class);
        if (!repeats.isEmpty() && EcoreUtil2.getContainerOfType(prose, DocumentTemplate.class) == null) {
            // The check above sees only the first element of each list.
            new ProseReader(
                            scope(prose),
                            problem -> report(problem, repeats.getFirst().getList()))
                    .read(prose);
        }
    }

    /** Returns the names visible in prose; created once per element, since each row of a form may contain prose. */
    private Evaluator.Scope scope(Prose prose) {
        EObject element = EcoreUtil2.getContainerOfType(prose, DocumentTemplate.class);
        if (element == null) {
            element = EcoreUtil2.getContainerOfType(prose, LibraryElement.class);
        }
        return computedOnce(element, Evaluator.Scope.class, Names::inProse);
    }

    private void checkLines(List<ProseLine> lines, Evaluator.Scope scope, Numbering numbering, boolean repeated) {
        for (var line : lines) {
            switch (line) {
                case Paragraph paragraph -> {
                    checkRuns(paragraph.getRuns(), scope);
                    if (paragraph.getMarker() != null) {
                        checkMarker(paragraph.getMarker(), numbering, repeated);
                    }
                }
                case ConditionalLines conditional -> {
                    checkIndents(conditional.getLines());
                    checkExpression(conditional.getCondition(), scope, Evaluator::truth);
                    checkLines(conditional.getLines(), scope, numbering, true);
                }
                case RepeatedLines each -> {
                    checkIndents(each.getLines());
                    var elements = checkExpression(each.getList(), scope, Evaluator::list);
                    if (elements instanceof List<?> list && !list.isEmpty()) {
                        checkLines(
                                each.getLines(), ProseReader.repetition(scope, each, list.get(0), 1), numbering, true);
                    }
                }
                case TableRow row -> {
                    if (EcoreUtil2.getContainerOfType(row, Form.class) != null) {
                        reportRow("TABLE-PLACE", row);
                    }
                    row.getCells().forEach(cell -> checkRuns(cell.getRuns(), scope));
                }
                default -> {}
            }
        }
    }

    /** Warns about lines of a block whose indentation has tabs where that of the line before has spaces. */
    private void checkIndents(List<ProseLine> lines) {
        for (var line : lines) {
            var node = NodeModelUtils.findActualNodeFor(line);
            if (node != null) {
                Indents.mixed(node.getRootNode().getText(), node.getTotalEndOffset() - 1)
                        .ifPresent(range -> getMessageAcceptor()
                                .acceptWarning(
                                        DslMessages.ALL.text(Indents.MIXED),
                                        line,
                                        range.start(),
                                        range.end() - range.start(),
                                        Indents.MIXED));
            }
        }
    }

    /** Checks the typed number of a marker; in repeated or conditional lines it has no meaning and is not checked. */
    private void checkMarker(Marker marker, Numbering numbering, boolean repeated) {
        var level = marker.getLevel();
        if (level == null) {
            return;
        }
        var expected = numbering.expected(level);
        var printed = numbering.next(level, marker.getNumber());
        if (!repeated
                && expected.filter(number -> marker.getNumber() > 0 && number != marker.getNumber())
                        .isPresent()) {
            warn("NUMBERING", marker, MARKER__TEXT, marker.getText(), printed);
        }
    }

    private void checkNote(NoteRun note, Evaluator.Scope scope) {
        if (EcoreUtil2.getContainerOfType(note.eContainer(), NoteRun.class) != null) {
            report("NOTE-NESTED", note, null);
        } else if (note.getRuns().isEmpty()) {
            warn("NOTE-EMPTY", note, null);
        }
        checkRuns(note.getRuns(), scope);
    }

    private void checkRuns(List<Run> runs, Evaluator.Scope scope) {
        for (var run : runs) {
            switch (run) {
                case StyledRun styled -> checkRuns(styled.getRuns(), scope);
                case NoteRun note -> checkNote(note, scope);
                case InterpolationRun interpolation -> {
                    var value = checkExpression(interpolation.getExpression(), scope, Evaluator::evaluate);
                    var alone = interpolation.eContainer() instanceof Paragraph line
                            && line.getRuns().size() == 1
                            && EcoreUtil2.getContainerOfType(interpolation, Form.class) == null;
                    if (value != null
                            && !Evaluator.isPrintable(value)
                            && !((value instanceof Form || value instanceof Chart) && alone)) {
                        report(Finding.of("EXPRESSION-PRINT", Severity.ERROR, interpolation.getExpression(), null));
                    }
                }
                default -> {}
            }
        }
    }

    private Object checkExpression(
            Expression expression, Evaluator.Scope scope, BiFunction<Evaluator, Expression, Object> how) {
        if (expression == null) {
            return null;
        }
        try {
            return how.apply(new Evaluator(scope), expression);
        } catch (EvaluationException e) {
            var sampled = EcoreUtil2.getContainerOfType(expression, FormTemplate.class) != null
                    || EcoreUtil2.getContainerOfType(expression, Rule.class) != null;
            if (!sampled || !DEPENDING_ON_VALUES.contains(e.code())) {
                report(e, expression);
            }
            return null;
        }
    }

    /**
     * Reports once that an expression has no value, unless it needs one that is not known yet, or that of a row of this
     * file, at which the problem is reported.
     *
     * @param asked the expression of this file that was evaluated; the problem can be within a formula of another file
     */
    private void report(EvaluationException problem, Expression asked) {
        var cause = problem.expression();
        var place = cause == null || cause.eResource() != asked.eResource() ? asked : cause;
        var ofRow = problem.row()
                .filter(row -> row.eResource() == asked.eResource())
                .isPresent();
        if (!problem.code().equals(Evaluator.UNKNOWN_VALUE)
                && !ofRow
                && (getContext() == null || getContext().put(List.of(problem.code(), place), Boolean.TRUE) == null)) {
            error(
                    CoreMessages.ALL.text(problem.code(), problem.arguments()),
                    place,
                    null,
                    ValidationMessageAcceptor.INSIGNIFICANT_INDEX,
                    problem.code());
        }
    }

    // Spelling

    /** Checks the spelling of the texts of an element. */
    @Check
    public void checkSpelling(EObject element) {
        var checks = getContext() == null
                ? new SpellingChecks()
                : (SpellingChecks) getContext().computeIfAbsent(SpellingChecks.class, key -> new SpellingChecks());
        checks.check(element, this::report);
    }

    @Check
    public void checkToneStyle(Document document) {
        SpellingChecks.checkStyle(document, this::report);
    }

    // Tables and marks in prose

    @Check
    public void checkTables(Prose prose) {
        for (var misfit : TableShape.misfits(prose)) {
            reportRow("TABLE-CELLS", misfit.row(), misfit.row().getCells().size(), misfit.expected());
        }
    }

    /** Reports a problem of a row at its cells, without the blank lines and the indentation before them. */
    private void reportRow(String code, TableRow row, Object... arguments) {
        var bars = new ArrayList<INode>();
        NodeModelUtils.findActualNodeFor(row).getLeafNodes().forEach(leaf -> {
            if (leaf.getText().equals("|")) {
                bars.add(leaf);
            }
        });
        var start = bars.getFirst().getOffset();
        getMessageAcceptor()
                .acceptError(
                        DslMessages.ALL.text(code, arguments),
                        row,
                        start,
                        bars.getLast().getEndOffset() - start,
                        code,
                        Messages.data(arguments));
    }

    @Check
    public void checkMarks(TextRun run) {
        for (var doubt : DoubtfulMarks.of(run)) {
            getMessageAcceptor()
                    .acceptWarning(
                            DslMessages.ALL.text(doubt.code()), run, doubt.offset(), doubt.length(), doubt.code());
        }
    }
}
