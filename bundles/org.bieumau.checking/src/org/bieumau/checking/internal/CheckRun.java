/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.internal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bieumau.checking.report.FileReport;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.spi.Progress;
import org.bieumau.core.spi.Validator;
import org.bieumau.model.Agency;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Library;
import org.bieumau.model.Suppression;
import org.bieumau.reading.internal.document.DocumentImport;
import org.bieumau.reading.internal.document.DocumentReading;
import org.bieumau.reading.internal.document.KnownAgency;
import org.bieumau.reading.internal.document.KnownForms;
import org.bieumau.reading.internal.role.Role;
import org.bieumau.reading.internal.role.RoleFinder;
import org.bieumau.reading.internal.role.RoledText.Line;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.impl.ResourceImpl;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.jspecify.annotations.Nullable;

/** One check of one file: it is read as a document, and all rules of its profile are asked. */
public final class CheckRun {

    /** Roles of which a file has at least one if it is a document, and not a form alone. */
    private static final Set<Role> OF_DOCUMENTS =
            Set.of(Role.NATIONAL_NAME, Role.NUMBER_SYMBOL, Role.LETTER_SUBJECT, Role.RECIPIENTS_LABEL);

    private final Registry registry;
    private final @Nullable String profile;
    private final LocalDate today;
    private final List<Library> libraries;

    /**
     * @param profile id of the profile; null for that of the document
     * @param today the day whose rules hold for a document without a date
     * @param libraries libraries whose agencies are known, and which silence rules
     */
    public CheckRun(Registry registry, @Nullable String profile, LocalDate today, List<Library> libraries) {
        this.libraries = libraries;
        this.registry = registry;
        this.profile = profile;
        this.today = today;
    }

    /**
     * Checks a file whose items are in memory.
     *
     * @throws ProblemException if the file is no document, or there is no such profile
     * @throws java.util.concurrent.CancellationException if the progress does not go on
     */
    public FileReport check(Path file, List<SourceItem> items, Progress progress) throws ProblemException {
        if (RoleFinder.find(items).lines().noneMatch(line -> OF_DOCUMENTS.contains(line.role()))) {
            throw new ProblemException(
                    Problem.error(CheckingMessages.ALL, "CHECK-NO-DOCUMENT", Place.of(file.toString())));
        }
        var reading = new DocumentImport(registry, agencies(), KnownForms.NONE)
                .read(items, file.toString(), "VănBản", new HashSet<>());
        progress.done(items.size());
        var library = library(reading);
        var date = reading.document().getDate();
        var day = date == null ? today : date.latest();
        var rules = profile(reading, day, file);
        var checked = new CheckedFile(file.toString(), reading, rules, day);
        var findings = new Findings(
                file.toString(),
                Rules.of(rules, day),
                order(reading),
                new ChangeWords(reading.text().sections()));
        var model = new ModelChecks(checked, findings);
        for (var check : List.<Runnable>of(
                new PageChecks(checked, findings)::check,
                new TypefaceChecks(checked, findings)::check,
                new LookChecks(checked, findings)::check,
                new SpacingChecks(checked, findings)::check,
                new HeadChecks(checked, findings)::check,
                new TitleChecks(checked, findings)::check,
                new BodyChecks(checked, findings)::check,
                new FootChecks(checked, findings)::check,
                new AppendixChecks(checked, findings)::check,
                model::check)) {
            check.run();
            progress.done(items.size());
        }
        ofPlugins(library).forEach(model::report);
        var silenced = libraries.stream()
                .flatMap(each -> each.getSuppressions().stream())
                .filter(each -> each.getReason() != null && !each.getReason().isBlank())
                .map(Suppression::getCode)
                .toList();
        findings.silence(silenced);
        return new FileReport(file, rules.id(), day, findings.findings(), findings.states());
    }

    private List<KnownAgency> agencies() {
        return libraries.stream()
                .filter(library -> library.getName() != null)
                .flatMap(library -> library.getElements().stream()
                        .filter(Agency.class::isInstance)
                        .map(agency -> new KnownAgency(library.getName(), (Agency) agency)))
                .toList();
    }

    /** Puts the document into a library, since its template and profile are found by way of its resource. */
    private Library library(DocumentReading reading) {
        var resources = new ResourceSetImpl();
        registry.attachTo(resources);
        var resource = new ResourceImpl(URI.createURI("check:document.bieu"));
        resources.getResources().add(resource);
        var library = BieumauFactory.eINSTANCE.createLibrary();
        resource.getContents().add(library);
        library.getElements().addAll(reading.elements());
        return library;
    }

    private LayoutProfile profile(DocumentReading reading, LocalDate day, Path file) throws ProblemException {
        var chosen = profile == null ? ResolvedDocument.of(reading.document()).profileId() : profile;
        var id = Objects.requireNonNullElse(chosen, LayoutProfile.DEFAULT);
        return registry.profile(id, day)
                .orElseThrow(() -> new ProblemException(Problem.error(
                        CheckingMessages.ALL,
                        "CHECK-PROFILE",
                        Place.of(file.toString()),
                        id,
                        String.join(", ", registry.profileNames()))));
    }

    private static Map<Place, Integer> order(DocumentReading reading) {
        var order = new HashMap<Place, Integer>();
        for (var piece : reading.text().pieces()) {
            if (piece instanceof Line line) {
                order.putIfAbsent(line.paragraph().place(), order.size());
            }
        }
        return order;
    }

    /** Returns what the validators of plug-ins say that check the documents of all provinces. */
    private List<Finding> ofPlugins(Library library) {
        var all = new ArrayList<Finding>();
        var province = registry.assumedProvince().map(each -> each.getCode()).orElse("");
        for (Validator validator : registry.validators()) {
            var wanted = registry.call(validator, () -> Set.copyOf(validator.provinces()));
            if (wanted.isPresent()
                    && (wanted.get().isEmpty()
                            || wanted.get().stream()
                                    .anyMatch(id -> registry.provinceOfPack(id).equals(province)))) {
                var found = new ArrayList<Finding>();
                registry.call(validator, () -> {
                            validator.validate(library, found::add);
                            return Boolean.TRUE;
                        })
                        .ifPresent(done -> all.addAll(found));
            }
        }
        return all;
    }
}
