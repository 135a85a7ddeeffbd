/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import static org.bieumau.core.internal.resolved.FormName.Place.FORM;
import static org.bieumau.core.internal.resolved.FormName.Place.PART;
import static org.bieumau.core.internal.resolved.FormName.Place.RULE;

import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.BieumauPackage;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;

/**
 * The names by which expressions refer to the content of a form. To add a name, add a constant, and its help text in
 * both languages under the key <code>form.</code> followed by the name of the constant.
 */
public enum FormName {
    ENTRIES("dòng", Set.of(FORM, PART), List.of(Sample.ROW), (form, templates) -> Applicable.entries(form)),
    SECTIONS("lĩnh vực", Set.of(FORM, PART), List.of(Sample.ROW), (form, templates) -> Applicable.sections(form)),
    PERIOD("kỳ", Set.of(FORM, PART), Year.of(2000), (form, templates) -> Names.period(form)),
    YEAR(
            "năm",
            Set.of(FORM, PART),
            Year.of(2000),
            (form, templates) -> Names.period(form) instanceof Year year ? year : null),
    AGENCY("cơ quan", Set.of(RULE), sampleAgency(), (form, templates) -> agency(form)),
    UNIT("đơn vị lập", Set.of(RULE, PART), "", (form, templates) -> unit(form)),
    DOCUMENT(
            "văn bản",
            Set.of(RULE),
            Sample.DOCUMENT,
            (form, templates) -> ResolvedDocument.attaching(form).orElse(null)),
    EARLIER("biểu trước", Set.of(RULE), List.of(Sample.FORM), (form, templates) -> Names.earlier(form)),
    TITLE(
            "tên",
            Set.of(PART),
            "",
            (form, templates) ->
                    template(form, templates).map(ResolvedTemplate::title).orElse(null)),
    LABEL(
            "số hiệu",
            Set.of(PART),
            "",
            (form, templates) ->
                    template(form, templates).map(ResolvedTemplate::label).orElse(null)),
    NUMBER(
            "số",
            Set.of(PART),
            "",
            (form, templates) -> template(form, templates)
                    .map(template -> template.label().replaceAll("^\\D+", ""))
                    .orElse(null));

    /** Where a name can be used. */
    public enum Place {
        /** In every expression of a form, rules included. */
        FORM,
        /** In rules only. */
        RULE,
        /** After a dot, as a member of a form. */
        PART
    }

    /** Computes the value; null if it is not known. */
    @FunctionalInterface
    private interface Value {
        Object of(Form form, Function<FormTemplate, ResolvedTemplate> templates);
    }

    private final String word;
    private final Set<Place> places;
    private final Object sample;
    private final Value value;

    FormName(String word, Set<Place> places, Object sample, Value value) {
        this.word = word;
        this.places = places;
        this.sample = sample;
        this.value = value;
    }

    /** Returns the name as written in expressions. */
    public String word() {
        return word;
    }

    /** Returns whether the name can be used at a place. */
    public boolean isAt(Place place) {
        return places.contains(place);
    }

    /** Returns the description of the value, as one sentence for the user. */
    public String help() {
        return CoreMessages.ALL.text("form." + name());
    }

    /** Returns a sample value of the type of the name. */
    public Object sample() {
        return sample;
    }

    /** Returns the value for a form; empty if it is not known. */
    public Optional<Object> of(Form form) {
        return of(form, ResolvedTemplate::of);
    }

    /**
     * Returns the value for a form; empty if it is not known.
     *
     * @param templates resolves templates, for callers that cache them
     */
    Optional<Object> of(Form form, Function<FormTemplate, ResolvedTemplate> templates) {
        return Optional.ofNullable(value.of(form, templates));
    }

    /** Returns the name with a word that can be used at a place; empty if there is none. */
    public static Optional<FormName> of(String word, Place place) {
        return Stream.of(values())
                .filter(each -> each.isAt(place) && each.word.equals(word))
                .findFirst();
    }

    private static Optional<ResolvedTemplate> template(Form form, Function<FormTemplate, ResolvedTemplate> templates) {
        return Optional.ofNullable(form.getTemplate())
                .filter(template -> !template.eIsProxy())
                .map(templates);
    }

    private static Object agency(Form form) {
        return form.getAgency() == null || form.getAgency().eIsProxy() ? null : form.getAgency();
    }

    private static String unit(Form form) {
        if (form.getAgency() != null && form.getAgency().getTitle() != null) {
            return form.getAgency().getTitle();
        }
        return form.getUnitName() == null ? "" : form.getUnitName();
    }

    private static Object sampleAgency() {
        var agency = BieumauFactory.eINSTANCE.createAgency();
        for (var attribute : List.of(
                BieumauPackage.Literals.AGENCY__TITLE,
                BieumauPackage.Literals.AGENCY__SHORT_NAME,
                BieumauPackage.Literals.AGENCY__ABBREVIATION,
                BieumauPackage.Literals.AGENCY__PLACE_NAME,
                BieumauPackage.Literals.AGENCY__ADDRESS)) {
            agency.eSet(attribute, "");
        }
        return agency;
    }
}
