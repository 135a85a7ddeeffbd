/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.info;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bieumau.core.problem.Problem;
import org.bieumau.dsl.ide.internal.document.DocumentFields;
import org.bieumau.dsl.ide.internal.document.DocumentFields.Field;
import org.bieumau.editor.internal.EditorMessages;
import org.bieumau.editor.internal.ModelChanges.Change;
import org.bieumau.editor.internal.ModelPage;
import org.bieumau.editor.spi.EditorPageFactory;
import org.bieumau.editor.spi.PageSite;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.validation.Issue;

/**
 * Details page: the fields of a document apart from its text. These are the header, addressees, bases, recipients and
 * signature. Problems are shown next to their field.
 */
public final class InfoPage extends ModelPage<InfoPage.Details> {

    public static final String ID = "org.bieumau.editor.info";

    private static final List<List<String>> SECTIONS = List.of(
            List.of("agency", "jointAgencies", "draftingUnit", "number", "symbol", "placeName", "date", "subject"),
            List.of("addressees", "bases", "recipients"),
            List.of(
                    "signature.authority",
                    "signature.authorityOf",
                    "signature.position",
                    "signature.signer",
                    "signature.personName",
                    "signature.instruction"),
            List.of("urgency", "secrecy", "circulation", "draft"));
    private static final List<String> TITLES = List.of("info.header", "info.people", "info.signature", "info.stamps");

    /** Fields of a document. */
    record Details(String name, List<Field> fields) {}

    private final Map<String, Control> controls = new LinkedHashMap<>();
    private final Map<String, ControlDecoration> decorations = new LinkedHashMap<>();
    private ScrolledForm form;
    /** Values of the fields in the text, including those that are still being written to it. */
    private final Map<String, String> values = new HashMap<>();

    private List<Field> fields = List.of();
    private String shown;
    private boolean refreshing;

    public static final class Factory implements EditorPageFactory {

        @Override
        public Optional<InfoPage> create(PageSite site) {
            return Optional.of(new InfoPage(site));
        }
    }

    public InfoPage(PageSite site) {
        super(site, "info.document");
    }

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
        // Align the fields of sections that are below each other.
        var labels = List.of(new ArrayList<Label>(), new ArrayList<Label>());
        for (int i = 0; i < SECTIONS.size(); i++) {
            labels.get(i % 2).addAll(section(toolkit, TITLES.get(i), SECTIONS.get(i)));
        }
        for (var column : labels) {
            var width = column.stream()
                    .mapToInt(label -> label.computeSize(SWT.DEFAULT, SWT.DEFAULT).x)
                    .max()
                    .orElse(0);
            column.forEach(label -> ((GridData) label.getLayoutData()).widthHint = width);
        }
    }

    private List<Label> section(FormToolkit toolkit, String title, List<String> ids) {
        var section =
                toolkit.createSection(form.getBody(), ExpandableComposite.TITLE_BAR | ExpandableComposite.EXPANDED);
        section.setText(EditorMessages.ALL.text(title));
        section.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        var area = toolkit.createComposite(section);
        var layout = new GridLayout(2, false);
        layout.horizontalSpacing = 14;
        layout.verticalSpacing = 7;
        area.setLayout(layout);
        section.setClient(area);
        var labels = new ArrayList<Label>();
        for (var id : ids) {
            var label = toolkit.createLabel(area, EditorMessages.ALL.text("field." + id));
            label.setLayoutData(new GridData(
                    SWT.BEGINNING, kind(id) == DocumentFields.Kind.LINES ? SWT.TOP : SWT.CENTER, false, false));
            labels.add(label);
            var field = switch (kind(id)) {
                case CHOICE -> combo(area, id);
                case LINE -> text(toolkit, area, id, SWT.SINGLE);
                case LINES -> text(toolkit, area, id, SWT.MULTI | SWT.V_SCROLL | SWT.WRAP);
            };
            var data = new GridData(SWT.FILL, SWT.TOP, true, false);
            data.widthHint = 200;
            if (kind(id) == DocumentFields.Kind.LINES) {
                data.heightHint = ((Text) field).getLineHeight() * 4;
            }
            field.setLayoutData(data);
            controls.put(id, field);
            decorations.put(id, new ControlDecoration(field, SWT.TOP | SWT.LEFT, area));
        }
        return labels;
    }

    private static DocumentFields.Kind kind(String id) {
        return switch (id) {
            case "agency", "draftingUnit", "secrecy", "urgency", "signature.authority", "signature.signer" ->
                DocumentFields.Kind.CHOICE;
            case "jointAgencies", "addressees", "bases", "recipients" -> DocumentFields.Kind.LINES;
            default -> DocumentFields.Kind.LINE;
        };
    }

    private Combo combo(Composite area, String id) {
        var combo = new Combo(area, SWT.DROP_DOWN | SWT.READ_ONLY);
        // The first item is the value that applies if none is chosen.
        combo.addListener(SWT.Selection, event -> write(id, combo.getSelectionIndex() == 0 ? "" : combo.getText()));
        // The mouse wheel scrolls the page and must not change the choice.
        combo.addListener(SWT.MouseWheel, event -> event.doit = false);
        return combo;
    }

    private Text text(FormToolkit toolkit, Composite area, String id, int style) {
        var text = toolkit.createText(area, "", style | SWT.BORDER);
        text.setMessage(EditorMessages.ALL.text("field." + id + ".example"));
        text.addListener(SWT.Modify, event -> typing());
        text.addListener(SWT.FocusOut, event -> write(id, text.getText()));
        if ((style & SWT.SINGLE) != 0) {
            text.addListener(SWT.DefaultSelection, event -> write(id, text.getText()));
        }
        return text;
    }

    /** Writes a field if its value differs from the text. */
    public void write(String id, String value) {
        written(id, value).ifPresent(change -> {
            values.put(id, clean(value));
            change(change);
        });
    }

    /** Returns the change that writes a field; empty if the text already has its value. */
    private Optional<Change> written(String id, String value) {
        var name = shown;
        return refreshing || !values.containsKey(id) || values.get(id).equals(clean(value))
                ? Optional.empty()
                : Optional.of(resource -> DocumentFields.write(resource, name, id, value));
    }

    private static String clean(String value) {
        return value.replace("\r", "").strip();
    }

    @Override
    protected List<String> names(XtextResource resource) {
        return DocumentFields.documents(resource);
    }

    @Override
    protected Optional<Details> content(XtextResource resource, String name) {
        return Optional.of(new Details(name, DocumentFields.of(resource, name)));
    }

    @Override
    protected void display(Read<Details> read) {
        showBanner(read, "info.none");
        form.getBody().setEnabled(read.content().isPresent());
        controls.values().forEach(each -> each.setEnabled(read.content().isPresent()));
        if (read.isBroken()) {
            return;
        }
        var name = read.content().map(Details::name).orElse(null);
        var typing = focused().filter(field -> written(field.id(), field.text()).isPresent());
        refreshing = true;
        try {
            show(read.names(), name);
            shown = name;
            fields = read.content().map(Details::fields).orElse(List.of());
            values.clear();
            for (var field : fields) {
                values.put(field.id(), field.value());
                show(field, typing.filter(each -> each.id().equals(field.id())).isEmpty());
            }
        } finally {
            refreshing = false;
        }
        decorate(editor.open().problems());
    }

    /** @param isReplaced whether the text of the control is replaced; false while the user is typing in it */
    private void show(Field field, boolean isReplaced) {
        switch (controls.get(field.id())) {
            case Combo combo -> {
                var choices = new ArrayList<String>();
                choices.add(field.implied().isEmpty() ? "" : EditorMessages.ALL.text("info.implied", field.implied()));
                choices.addAll(field.choices());
                if (!field.value().isEmpty() && !choices.contains(field.value())) {
                    choices.add(field.value());
                }
                if (!List.of(combo.getItems()).equals(choices)) {
                    combo.setItems(choices.toArray(String[]::new));
                }
                combo.select(field.value().isEmpty() ? 0 : choices.indexOf(field.value()));
                combo.setToolTipText(combo.getText());
            }
            case Text text -> {
                text.setMessage(
                        field.implied().isEmpty()
                                ? EditorMessages.ALL.text("field." + field.id() + ".example")
                                : field.implied().replace("\n", "; "));
                text.setToolTipText(field.value().isEmpty() ? field.implied() : field.value());
                if (isReplaced && !clean(text.getText()).equals(field.value())) {
                    text.setText(field.value());
                }
            }
            case null, default -> {}
        }
    }

    @Override
    public void problemsChanged(List<Problem> problems) {
        decorate(editor.open().problems());
    }

    private void decorate(List<Issue> problems) {
        for (var field : fields) {
            var decoration = decorations.get(field.id());
            var here = decoration == null || field.offset() < 0
                    ? List.<Issue>of()
                    : problems.stream()
                            .filter(issue -> issue.getOffset() != null
                                    && issue.getOffset() >= field.offset()
                                    && issue.getOffset() < field.offset() + field.length())
                            .toList();
            if (decoration == null) {
                continue;
            }
            if (here.isEmpty()) {
                decoration.hide();
                continue;
            }
            var error = here.stream().anyMatch(issue -> issue.getSeverity() == Severity.ERROR);
            decoration.setImage(FieldDecorationRegistry.getDefault()
                    .getFieldDecoration(error ? FieldDecorationRegistry.DEC_ERROR : FieldDecorationRegistry.DEC_WARNING)
                    .getImage());
            decoration.setDescriptionText(here.stream().map(Issue::getMessage).collect(Collectors.joining("\n")));
            decoration.show();
        }
    }

    /** Returns the control of a field, for tests. */
    public Control field(String id) {
        return controls.get(id);
    }

    @Override
    public void setFocus() {
        if (form != null) {
            form.setFocus();
        }
    }

    // Typing

    private record Typed(String id, String text) {}

    /** Returns the text field that has the focus. */
    private Optional<Typed> focused() {
        return controls.entrySet().stream()
                .filter(each -> each.getValue() instanceof Text text && !text.isDisposed() && text.isFocusControl())
                .findFirst()
                .map(each -> new Typed(each.getKey(), ((Text) each.getValue()).getText()));
    }

    @Override
    public Optional<Change> typed() {
        return focused().flatMap(field -> written(field.id(), field.text()));
    }

    @Override
    public void commit() {
        focused().ifPresent(field -> write(field.id(), field.text()));
    }
}
