/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.info;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bieumau.core.problem.Problem;
import org.bieumau.dsl.ide.internal.document.CopyFields;
import org.bieumau.dsl.ide.internal.document.Definition;
import org.bieumau.dsl.ide.internal.document.DetailFields;
import org.bieumau.dsl.ide.internal.document.Field;
import org.bieumau.dsl.ide.internal.document.SignatureFields;
import org.bieumau.dsl.ide.internal.document.SignatureFields.Signed;
import org.bieumau.editor.internal.EditorMessages;
import org.bieumau.editor.internal.ModelChanges.Change;
import org.bieumau.editor.internal.ModelPage;
import org.bieumau.editor.internal.define.Picker;
import org.bieumau.editor.spi.EditorPageFactory;
import org.bieumau.editor.spi.PageSite;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.Section;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.validation.Issue;
import org.jspecify.annotations.NonNull;

/**
 * Details page: the settings of a document apart from its text (header, addressees, bases, recipients, signatures) and
 * those of a filled form apart from its rows. Problems are shown next to their field.
 */
public final class InfoPage extends ModelPage<InfoPage.Details> {

    public static final String ID = "org.bieumau.editor.info";

    private static final String OF_FORM = "form.";
    private static final String OF_SIGNATURE = "signature.";

    /** Fields of the page that belong together. */
    private enum Group {
        HEADER(
                0,
                "agency",
                "jointAgencies",
                "draftingUnit",
                "number",
                "symbol",
                "placeName",
                "date",
                "subject",
                "authorityLine"),
        PEOPLE(1, "addressees", "bases", "recipients"),
        FORM(
                0,
                "form.agency",
                "form.unitName",
                "form.period",
                "form.measureUnit",
                "form.placeName",
                "form.date",
                "form.attachedTo"),
        SIGNATURE(
                0,
                "signature.authority",
                "signature.authorityOf",
                "signature.position",
                "signature.secondPosition",
                "signature.signer",
                "signature.personName",
                "signature.agency",
                "signature.confirmed",
                "signature.ofCopy",
                "signature.instruction"),
        STAMPS(1, "urgency", "secrecy", "circulation", "draft", "contactLine", "unpublished", "twoSided"),
        COPY(
                1,
                "copy.form",
                "copy.agency",
                "copy.number",
                "copy.placeName",
                "copy.date",
                "copy.recipients",
                "copy.signature.authority",
                "copy.signature.authorityOf",
                "copy.signature.position",
                "copy.signature.personName",
                "copy.signedAt");

        private final int column;
        private final List<String> ids;

        Group(int column, String... ids) {
            this.column = column;
            this.ids = List.of(ids);
        }

        String title() {
            return EditorMessages.ALL.text("info." + name().toLowerCase(Locale.ROOT));
        }

        boolean isShown(boolean ofForm) {
            return this == SIGNATURE || (this == FORM) == ofForm;
        }
    }

    /** Settings of a document or form. */
    record Details(String name, List<Field> fields, List<Signed> signatures) {

        boolean isOfForm() {
            return fields.stream().anyMatch(field -> field.id().startsWith(OF_FORM));
        }
    }

    private static final Set<String> AGENCIES = Set.of("agency", "form.agency", "signature.agency", "copy.agency");
    private static final Set<String> LISTED_AGENCIES =
            Set.of("jointAgencies", "addressees", "recipients", "copy.recipients");
    private static final String BASES = "bases";
    private static final String SIGNER = "signature.signer";

    private final Map<Group, Section> sections = new EnumMap<>(Group.class);
    private FieldControls controls;
    private Picker picker;
    private SignatureList signatures;
    private ScrolledForm form;
    private Details shown = new Details(null, List.of(), List.of());

    public static final class Factory implements EditorPageFactory {

        @Override
        public @NonNull Optional<InfoPage> create(PageSite site) {
            return Optional.of(new InfoPage(site));
        }
    }

    public InfoPage(PageSite site) {
        super(site, "info.element");
    }

    // Controls

    @Override
    protected void fillPage(Composite page) {
        var toolkit = new FormToolkit(page.getDisplay());
        page.addListener(SWT.Dispose, event -> toolkit.dispose());
        form = toolkit.createScrolledForm(page);
        form.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        var body = new GridLayout(2, true);
        body.horizontalSpacing = 28;
        body.verticalSpacing = 14;
        body.marginWidth = 16;
        form.getBody().setLayout(body);
        controls = new FieldControls(toolkit, new FieldControls.Owner() {
            @Override
            public void write(String id, String value) {
                change(written(id, value));
                if (id.startsWith(OF_SIGNATURE)) {
                    signatures.written(id, value.strip());
                }
            }

            @Override
            public void typing() {
                InfoPage.this.typing();
            }

            @Override
            public boolean isPicked(String id) {
                return AGENCIES.contains(id) || LISTED_AGENCIES.contains(id) || id.equals(BASES) || id.equals(SIGNER);
            }

            @Override
            public void pick(String id) {
                commit();
                InfoPage.this.pick(id);
            }
        });
        picker = new Picker(editor, form);
        // Align the fields of sections that are below each other.
        var labels = List.of(new ArrayList<Label>(), new ArrayList<Label>());
        for (var group : Group.values()) {
            labels.get(group.column).addAll(section(toolkit, group));
        }
        for (var column : labels) {
            var width = column.stream()
                    .mapToInt(label -> label.computeSize(SWT.DEFAULT, SWT.DEFAULT).x)
                    .max()
                    .orElse(0);
            column.forEach(label -> ((GridData) label.getLayoutData()).widthHint = width);
        }
        showSections(false);
    }

    private List<Label> section(FormToolkit toolkit, Group group) {
        var section =
                toolkit.createSection(form.getBody(), ExpandableComposite.TITLE_BAR | ExpandableComposite.EXPANDED);
        section.setText(group.title());
        section.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        sections.put(group, section);
        var area = toolkit.createComposite(section);
        var layout = new GridLayout(2, false);
        layout.horizontalSpacing = 14;
        layout.verticalSpacing = 7;
        area.setLayout(layout);
        section.setClient(area);
        if (group == Group.SIGNATURE) {
            signatures = new SignatureList(toolkit, area, new SignatureList.Owner() {
                @Override
                public void commit() {
                    InfoPage.this.commit();
                }

                @Override
                public void chosen() {
                    showFields(false);
                }

                @Override
                public void change(Change change) {
                    InfoPage.this.change(change);
                }
            });
        }
        return group.ids.stream().map(id -> controls.create(area, id, kind(id))).toList();
    }

    private static Field.Kind kind(String id) {
        return switch (id) {
            case "agency",
                    "draftingUnit",
                    "secrecy",
                    "urgency",
                    "form.agency",
                    "form.attachedTo",
                    "signature.authority",
                    "signature.signer",
                    "signature.agency",
                    "copy.form",
                    "copy.agency",
                    "copy.signature.authority" -> Field.Kind.CHOICE;
            case "jointAgencies", "addressees", "bases", "recipients", "copy.recipients" -> Field.Kind.LINES;
            case "contactLine", "unpublished", "twoSided", "signature.ofCopy" -> Field.Kind.CHECK;
            default -> Field.Kind.LINE;
        };
    }

    /** Shows the sections of a document or those of a form. */
    private void showSections(boolean ofForm) {
        var isChanged = false;
        for (var each : sections.entrySet()) {
            var isShown = each.getKey().isShown(ofForm);
            isChanged |= each.getValue().getVisible() != isShown;
            each.getValue().setVisible(isShown);
            ((GridData) each.getValue().getLayoutData()).exclude = !isShown;
        }
        if (isChanged) {
            form.reflow(true);
        }
    }

    /** Returns the control of a field, for tests. */
    public Control field(String id) {
        return controls.control(id);
    }

    /** Returns the problems shown next to a field, for tests; empty if there are none. */
    public Optional<String> problems(String id) {
        return controls.problems(id);
    }

    /** Returns the list of signatures, for tests. */
    public SignatureList signatures() {
        return signatures;
    }

    @Override
    public void setFocus() {
        if (form != null) {
            form.setFocus();
        }
    }

    // Content

    @Override
    protected List<String> names(XtextResource resource) {
        return DetailFields.elements(resource);
    }

    @Override
    protected Optional<Details> content(XtextResource resource, String name) {
        var fields = new ArrayList<>(DetailFields.of(resource, name));
        fields.addAll(CopyFields.of(resource, name));
        return Optional.of(new Details(name, fields, SignatureFields.of(resource, name)));
    }

    @Override
    protected void display(Read<Details> read) {
        showBanner(read, "info.none");
        form.getBody().setEnabled(read.content().isPresent());
        controls.setEnabled(read.content().isPresent());
        if (read.isBroken()) {
            return;
        }
        var before = shown.name();
        shown = read.content().orElse(new Details(null, List.of(), List.of()));
        show(read.names(), shown.name());
        showSections(shown.isOfForm());
        var isSame = signatures.show(shown.name(), shown.signatures());
        showFields(isSame && Objects.equals(before, shown.name()));
    }

    private void showFields(boolean isSame) {
        controls.show(
                Stream.concat(
                                shown.fields().stream(),
                                signatures.chosen().stream().flatMap(each -> each.fields().stream()))
                        .toList(),
                isSame);
        decorate();
    }

    @Override
    public void problemsChanged(List<Problem> problems) {
        decorate();
    }

    private void decorate() {
        List<Issue> problems = editor.open().problems();
        controls.decorate(problems);
        signatures.decorate(problems);
    }

    // Picking

    /** Lets the user pick a value of a field, or define it. */
    public void pick(String id) {
        if (AGENCIES.contains(id)) {
            var isMine = id.equals("agency") || id.equals("form.agency");
            picker.agency(isMine, known -> write(id, known.label()));
        } else if (id.equals(BASES)) {
            picker.citation(code -> append(id, code));
        } else if (id.equals(SIGNER)) {
            picker.signer(controls.choices(id), label -> write(id, label), this::writeSigner);
        } else {
            // Lists of names print the agencies of other files as text.
            var isReference = id.equals("jointAgencies");
            picker.agency(false, known -> append(id, isReference || known.isInFile() ? known.label() : known.title()));
        }
    }

    private void append(String id, String line) {
        var before = controls.value(id);
        write(id, before.isEmpty() ? line : before + "\n" + line);
    }

    /** Defines a signer of the issuing agency; if it is that of a pack, writes name and position to the signature. */
    private void writeSigner(Map<String, String> values) {
        var agency = controls.effective(shown.isOfForm() ? "form.agency" : "agency");
        var label = new String[1];
        change(resource -> {
            var known = Definition.agencies(resource).stream()
                    .anyMatch(each -> each.isInFile() && each.label().equals(agency));
            if (!known) {
                return List.of();
            }
            var signer = Definition.of(Definition.Kind.SIGNER, values, Definition.names(resource));
            label[0] = signer.label();
            return signer.write(resource, agency);
        });
        // Changes are made in this order.
        var name = shown.name();
        var index = signatures.index();
        change(resource -> label[0] == null
                ? SignatureFields.write(resource, name, index, "signature.position", values.get("position"))
                : SignatureFields.write(resource, name, index, SIGNER, label[0]));
        change(resource -> label[0] == null
                ? SignatureFields.write(resource, name, index, "signature.personName", values.get("personName"))
                : List.of());
    }

    // Typing

    /** Writes a field if its value differs from the text. */
    public void write(String id, String value) {
        controls.write(id, value);
    }

    private Change written(String id, String value) {
        var name = shown.name();
        var signature = signatures.index();
        if (id.startsWith(CopyFields.PREFIX)) {
            return resource -> CopyFields.write(resource, name, id, value);
        }
        return id.startsWith(OF_SIGNATURE)
                ? resource -> SignatureFields.write(resource, name, signature, id, value)
                : resource -> DetailFields.write(resource, name, id, value);
    }

    @Override
    public Optional<Change> typed() {
        return controls.typed().map(field -> written(field.id(), field.value()));
    }

    @Override
    public void commit() {
        controls.commit();
    }
}
