/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bieumau.core.environment.Environment;
import org.bieumau.core.internal.law.Provinces;
import org.bieumau.core.internal.law.Validity;
import org.bieumau.model.Form;
import org.bieumau.model.Library;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.PartialDate;
import org.bieumau.model.Province;
import org.bieumau.model.Rule;

/**
 * The rules of libraries: those of an element's own file, those of the libraries that its file uses, and those of the
 * packs of its province, as far as they are loaded. A pack of another province than the element's has no say.
 */
public final class LibraryRules {

    /** The scheme under which the files of packs are loaded: <code>bieumau:/quangngai/coquan.bieu</code>. */
    public static final String PACK_SCHEME = "bieumau";

    private LibraryRules() {}

    /** The rules that a document is judged by, on its day. */
    public static List<Rule> of(ResolvedDocument document) {
        return reaching(
                document.document(),
                document.province(),
                document.date(),
                rule -> rule.isForDocuments() || rule.getDocumentTypes().contains(document.type()));
    }

    /**
     * The rules that a form is judged by: those for its template or one that this is based on.
     *
     * @param date the day of the form, or null
     */
    public static List<Rule> of(Form form, PartialDate date) {
        var chain = ResolvedTemplate.chain(form.getTemplate());
        return reaching(
                form,
                province(form),
                date,
                rule -> rule.getFormTemplate() != null && chain.contains(rule.getFormTemplate()));
    }

    /**
     * The province of a form: that of its agency, else that of the document that attaches it; null where none is known.
     */
    public static Province province(Form form) {
        return Provinces.ofAgency(form.getAgency())
                .or(() -> ResolvedDocument.attaching(form)
                        .map(document -> ResolvedDocument.of(document).province()))
                .orElseGet(() -> Environment.of(form).assumedProvince().orElse(null));
    }

    private static List<Rule> reaching(
            LibraryElement element, Province province, PartialDate date, Predicate<Rule> wanted) {
        var rules = new ArrayList<Rule>();
        libraries(element, province)
                .flatMap(library -> library.getElements().stream())
                .filter(Rule.class::isInstance)
                .map(Rule.class::cast)
                .filter(rule -> rule.getCondition() != null && Validity.holds(rule, date))
                .filter(wanted)
                .forEach(rules::add);
        return rules;
    }

    private static Stream<Library> libraries(LibraryElement element, Province province) {
        if (!(element.eContainer() instanceof Library own)) {
            return Stream.empty();
        }
        if (own.eResource() == null || own.eResource().getResourceSet() == null) {
            return Stream.of(own);
        }
        var used = Names.used(own);
        var environment = Environment.of(element);
        return Stream.concat(Stream.of(own), Names.libraries(own).filter(other -> {
            var code = packProvince(other, environment);
            return other != own
                    && (code.isEmpty() || province == null || province.getCode() == null
                            ? used.contains(other)
                            : code.equals(province.getCode()));
        }));
    }

    /** The code of the province whose pack a library belongs to; empty for other libraries. */
    private static String packProvince(Library library, Environment environment) {
        var file = library.eResource().getURI();
        return PACK_SCHEME.equals(file.scheme()) && file.segmentCount() > 1
                ? environment.provinceOfPack(file.segment(0))
                : "";
    }
}
