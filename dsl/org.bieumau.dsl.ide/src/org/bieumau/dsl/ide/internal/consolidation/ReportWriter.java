/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.consolidation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bieumau.consolidation.internal.report.OpenProblems;
import org.bieumau.consolidation.internal.run.Returns;
import org.bieumau.core.internal.resolved.CampaignFact;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.dsl.ide.internal.imports.UsedLibraries;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Campaign;
import org.bieumau.model.Document;
import org.bieumau.model.DocumentTemplate;
import org.bieumau.model.Form;
import org.bieumau.model.InterpolationRun;
import org.bieumau.model.Library;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.NameReference;
import org.bieumau.model.Orientation;
import org.bieumau.model.Paragraph;
import org.bieumau.model.Parameter;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * Writes the reports on the result of a campaign: a document for each template of the campaign, or one by a built-in
 * template, which is written with it. A report that the office has edited keeps its words and gets the new figures.
 */
final class ReportWriter {

    private static final BieumauFactory MODEL = BieumauFactory.eINSTANCE;
    /** Largest number of columns of a form that is printed within the text; others are attached. */
    private static final int MOST_COLUMNS = 7;

    private final CampaignFile file;
    private final Campaign campaign;
    private final CampaignFacts facts;
    private final Map<CampaignFact, LibraryElement> elements;

    /**
     * @param problems the problems of the returns
     * @param elements the forms and charts of the result, which are in a library of their own
     */
    ReportWriter(
            CampaignFile file, Returns returns, OpenProblems problems, Map<CampaignFact, LibraryElement> elements) {
        this.file = file;
        this.elements = elements;
        campaign = file.campaign();
        facts = new CampaignFacts(campaign, returns, problems, elements);
    }

    /**
     * Returns the text of the reports.
     *
     * @param library name of the library with the result
     */
    String text(String library) throws ProblemException {
        var reports = MODEL.createLibrary();
        reports.setLanguageVersion("2");
        UsedLibraries.add(reports, library);
        var templates =
                campaign.getReports().stream().filter(each -> !each.eIsProxy()).toList();
        if (templates.isEmpty()) {
            add(reports, builtIn(), campaign.getName() + "_BáoCáo");
            return withWideResult(file.reader().write(reports).text());
        }
        for (int i = 0; i < templates.size(); i++) {
            add(reports, templates.get(i), campaign.getName() + "_BáoCáo" + (i == 0 ? "" : i + 1));
        }
        return file.reader().write(reports).text();
    }

    private void add(Library reports, DocumentTemplate template, String name) {
        var used = new ArrayList<EObject>(List.of(template));
        used.addAll(named(template));
        var agency = campaign.getAgency();
        if (agency != null && !agency.eIsProxy()) {
            used.add(agency);
        }
        var copies = new Copies(reports, used.toArray(EObject[]::new));
        var report = MODEL.createDocument();
        report.setName(name);
        report.setTemplate(copies.of(template));
        report.setType(report.getTemplate().getDocument().getType());
        if (agency != null && !agency.eIsProxy() && template.getDocument().getAgency() == null) {
            report.setAgency(copies.of(agency));
        }
        facts.pass(report, report.getTemplate());
        reports.getElements().add(report);
    }

    /** Returns the elements of the campaign's file that the text of a template names. */
    private List<LibraryElement> named(DocumentTemplate template) {
        var names = new HashSet<String>();
        template.eAllContents().forEachRemaining(each -> {
            if (each instanceof NameReference reference) {
                names.add(reference.getName());
            }
        });
        template.getParameters().forEach(parameter -> names.remove(parameter.getName()));
        return file.file().elements().stream()
                .filter(element -> names.contains(element.getName()) && element != campaign)
                .toList();
    }

    /** Returns the built-in template without what this campaign does not have. */
    private DocumentTemplate builtIn() throws ProblemException {
        var template =
                EcoreUtil.copy(Resources.element(file.reader(), "baocao.bieu", DocumentTemplate.class, "BáoCáo"));
        var missing = new HashSet<String>();
        for (var parameter : List.copyOf(template.getParameters())) {
            if (isMissing(parameter)) {
                missing.add(parameter.getName());
                template.getParameters().remove(parameter);
            }
        }
        template.getDocument()
                .getBody()
                .getLines()
                .removeIf(line -> line instanceof Paragraph paragraph && names(paragraph, missing));
        return template;
    }

    private boolean isMissing(Parameter parameter) {
        var fact = CampaignFact.of(parameter, campaign, true);
        return fact.isEmpty()
                || fact.get().isElement() && !elements.containsKey(fact.get())
                || fact.get() == CampaignFact.RESULT && isWide();
    }

    /** Whether the consolidated form does not fit into the text. */
    private boolean isWide() {
        return elements.get(CampaignFact.RESULT) instanceof Form form
                && (ResolvedTemplate.of(form.getTemplate()).columns().size() > MOST_COLUMNS
                        || form.getTemplate().getOrientation() == Orientation.LANDSCAPE);
    }

    private static boolean names(Paragraph paragraph, Set<String> names) {
        return paragraph.getRuns().stream()
                .anyMatch(run -> run instanceof InterpolationRun value
                        && value.getExpression() instanceof NameReference name
                        && names.contains(name.getName()));
    }

    /**
     * Attaches the consolidated form to the last document of a text if it does not fit into the report. The form is in
     * another library, where a new text cannot refer to it.
     */
    private String withWideResult(String text) {
        return isWide() && elements.get(CampaignFact.RESULT) instanceof Form form && form.getDataSource() == null
                ? text.stripTrailing().replaceFirst("\\}$", "    kèm theo " + form.getName() + "\n}\n")
                : text;
    }

    /**
     * Returns the text of reports that the office has edited, with the new figures.
     *
     * @param edited the edited text
     * @param fresh the text of {@link #text}
     */
    static String updated(BieuFile edited, BieuFile fresh) throws ProblemException {
        for (var report : fresh.elements()) {
            if (report instanceof Document document) {
                var own = edited.element(Document.class, document.getName());
                if (own.isPresent()) {
                    edited.change(own.get(), each -> update(each, document));
                }
            }
        }
        return edited.text();
    }

    private static void update(Document own, Document fresh) {
        for (var argument : own.getArguments()) {
            fresh.getArguments().stream()
                    .filter(each -> each.getParameter()
                            .getName()
                            .equals(argument.getParameter().getName()))
                    .findFirst()
                    .filter(each -> !EcoreUtil.equals(each.getValue(), argument.getValue()))
                    .ifPresent(each -> argument.setValue(EcoreUtil.copy(each.getValue())));
        }
    }
}
