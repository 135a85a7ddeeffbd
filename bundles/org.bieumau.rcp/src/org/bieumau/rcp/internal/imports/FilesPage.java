/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.imports;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.ide.internal.imports.FoundDocument;
import org.bieumau.dsl.ide.internal.imports.FoundTable;
import org.bieumau.dsl.ide.internal.imports.ImportedFile;
import org.bieumau.rcp.internal.RcpMessages;
import org.bieumau.reading.internal.match.FormMatch;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** First page: the files, the document and forms found in them, and the file that receives those to import. */
final class FilesPage extends ImportPage {

    /** Pause in typing after which the templates are looked up, in ms. */
    private static final int PAUSE = 400;

    private final ImportTarget target;
    private final Runnable begin = this::beginAgain;
    private Table files;
    private Table forms;
    private Text message;
    private Button remove;

    FilesPage(ImportWizard wizard, ImportTarget target) {
        super(wizard, "import.files");
        this.target = target;
    }

    @Override
    public void createControl(Composite parent) {
        var area = new Composite(parent, SWT.NONE);
        area.setLayout(new GridLayout(2, false));
        label(area, "import.files.list").setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        files = table(area, SWT.SINGLE, "import.files.list", 84);
        column(files, RcpMessages.ALL.text("import.file"), 280);
        column(files, RcpMessages.ALL.text("import.form"), 400);
        column(files, RcpMessages.ALL.text("import.score"), 90);
        files.addListener(SWT.Selection, event -> showForms());
        var buttons = new Composite(area, SWT.NONE);
        buttons.setLayout(new GridLayout());
        buttons.setLayoutData(new GridData(SWT.FILL, SWT.TOP, false, false));
        button(buttons, "import.add", this::add);
        remove = button(buttons, "import.remove", this::remove);
        label(area, "import.forms").setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        forms = table(area, SWT.SINGLE | SWT.CHECK, "import.forms", 110);
        ((GridData) forms.getLayoutData()).horizontalSpan = 2;
        column(forms, RcpMessages.ALL.text("import.form"), 420);
        column(forms, RcpMessages.ALL.text("import.table"), 200);
        column(forms, RcpMessages.ALL.text("import.score"), 120);
        column(forms, RcpMessages.ALL.text("form.library"), 130);
        forms.addListener(SWT.Selection, event -> {
            if (event.detail == SWT.CHECK) {
                choose((TableItem) event.item);
            }
        });
        message = named(new Text(area, SWT.READ_ONLY | SWT.WRAP | SWT.MULTI), "import.message");
        var data = new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
        data.heightHint = message.getLineHeight() * 2;
        message.setLayoutData(data);
        message.setBackground(area.getBackground());
        var place = new Composite(area, SWT.NONE);
        place.setLayout(new GridLayout());
        ((GridLayout) place.getLayout()).marginWidth = 0;
        place.setLayoutData(new GridData(SWT.FILL, SWT.BOTTOM, true, false, 2, 1));
        target.createControls(place, this::targetChanged);
        setControl(area);
    }

    private static Button button(Composite parent, String key, Runnable action) {
        var button = new Button(parent, SWT.PUSH);
        button.setText(RcpMessages.ALL.text(key));
        button.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    private void targetChanged() {
        check();
        if (wizard.session() != null) {
            getShell().getDisplay().timerExec(PAUSE, begin);
        }
    }

    /** Begins again if the file that receives the forms has other templates. */
    private void beginAgain() {
        if (!getControl().isDisposed() && isCurrentPage() && !wizard.isCurrent() && prepare()) {
            show();
        }
    }

    @Override
    protected boolean prepare() {
        return wizard.begin();
    }

    @Override
    protected void focus() {
        (files.getItemCount() == 0 ? files.getParent() : forms).setFocus();
    }

    // Files

    private void add() {
        var dialog = new FileDialog(getShell(), SWT.OPEN | SWT.MULTI);
        dialog.setText(RcpMessages.ALL.text("import.add.title"));
        var all = String.join(
                ";",
                ReadableFiles.extensions(Registry.installed()).stream()
                        .map(each -> "*." + each)
                        .toList());
        dialog.setFilterExtensions(new String[] {all, "*"});
        dialog.setFilterNames(
                new String[] {RcpMessages.ALL.text("import.filter"), RcpMessages.ALL.text("import.filter.all")});
        if (dialog.open() != null) {
            add(Arrays.stream(dialog.getFileNames())
                    .map(name -> Path.of(dialog.getFilterPath(), name))
                    .toList());
        }
    }

    /** Adds files, and selects the first of them. */
    void add(List<Path> added) {
        setErrorMessage(null);
        wizard.add(added);
        var error = getErrorMessage();
        show();
        if (error != null) {
            setErrorMessage(error);
        }
        select(added.getFirst());
    }

    private void select(Path path) {
        for (int i = 0; i < files.getItemCount(); i++) {
            if (((ImportedFile) files.getItem(i).getData()).path().equals(path)) {
                files.setSelection(i);
                showForms();
            }
        }
    }

    private void remove() {
        if (selected() != null) {
            wizard.session().remove(selected());
            wizard.decided();
            show();
        }
    }

    private ImportedFile selected() {
        return files.getSelectionCount() == 0 ? null : (ImportedFile) files.getSelection()[0].getData();
    }

    @Override
    protected void show() {
        if (wizard.session() == null) {
            return;
        }
        var index = files.getSelectionIndex();
        files.removeAll();
        for (var file : wizard.session().files()) {
            var item = new TableItem(files, SWT.NONE);
            item.setData(file);
            showFile(item);
        }
        if (files.getItemCount() > 0) {
            files.setSelection(Math.clamp(index, 0, files.getItemCount() - 1));
            target.suggest(wizard.session().files().getFirst().path());
        }
        showForms();
    }

    private static void showFile(TableItem item) {
        var file = (ImportedFile) item.getData();
        var chosen = file.chosen();
        item.setText(0, file.path().getFileName().toString());
        item.setText(
                1,
                file.isDocumentChosen()
                        ? title(file.document().orElseThrow())
                        : chosen.isEmpty() ? none(file) : title(chosen));
        item.setText(2, chosen.isEmpty() ? "" : percent(chosen.getFirst().score()));
    }

    private static String none(ImportedFile file) {
        return file.isReadable()
                ? RcpMessages.ALL.text("import.form.none")
                : line(file.problem().map(Problem::message).orElse(""));
    }

    private static String title(List<FoundTable> chosen) {
        var titles = chosen.stream().map(FilesPage::title).distinct().toList();
        return titles.size() == 1
                ? titles.getFirst()
                : RcpMessages.ALL.text("import.form.several", titles.size(), titles.getFirst());
    }

    private static String title(FoundDocument document) {
        return document.title().isBlank()
                ? RcpMessages.ALL.text("import.document")
                : RcpMessages.ALL.text("import.document.title", line(document.title()));
    }

    static String title(FoundTable table) {
        var title = table.label().isBlank() ? table.title() : table.label() + " – " + table.title();
        return line(table.drawing().isPresent() ? RcpMessages.ALL.text("import.drawn", title) : title);
    }

    // Forms

    private void showForms() {
        var file = selected();
        remove.setEnabled(file != null);
        forms.removeAll();
        forms.setEnabled(file != null && file.isReadable());
        if (file != null) {
            file.document().ifPresent(this::offer);
            for (var table : file.tables()) {
                var item = new TableItem(forms, SWT.NONE);
                item.setData(table);
                item.setText(new String[] {
                    title(table),
                    table.place(),
                    table.drawing().isPresent() ? "" : percent(table.score()) + ", " + likeness(table.score()),
                    table.drawing().isPresent()
                            ? RcpMessages.ALL.text("import.library.drawn")
                            : table.template().library().isEmpty()
                                    ? RcpMessages.ALL.text("import.library.own")
                                    : table.template().library()
                });
            }
            if (forms.getItemCount() > 0) {
                forms.setSelection(0);
            }
        }
        showChosen();
        check();
    }

    private void offer(FoundDocument document) {
        var item = new TableItem(forms, SWT.NONE);
        item.setData(document);
        item.setText(new String[] {title(document), RcpMessages.ALL.text("import.document.whole"), "", ""});
    }

    private static String likeness(double score) {
        return RcpMessages.ALL.text(
                score >= FormMatch.KNOWN
                        ? "import.score.known"
                        : score >= FormMatch.PROBABLE ? "import.score.probable" : "import.score.low");
    }

    private void choose(TableItem item) {
        if (item.getData() instanceof FoundTable table) {
            selected().choose(table, item.getChecked());
        } else {
            selected().chooseDocument(item.getChecked());
        }
        wizard.decided();
        showChosen();
        check();
    }

    private void showChosen() {
        var file = selected();
        for (var item : forms.getItems()) {
            item.setChecked(
                    item.getData() instanceof FoundTable table
                            ? file.chosen().contains(table)
                            : file.isDocumentChosen());
        }
        if (file != null) {
            showFile(files.getSelection()[0]);
        }
        message.setText(file == null ? "" : message(file));
    }

    private static String message(ImportedFile file) {
        if (!file.isReadable()) {
            return file.problem().map(Problem::message).orElse("");
        }
        if (file.isDocumentChosen()) {
            return file.tables().isEmpty() ? "" : RcpMessages.ALL.text("import.document.tip");
        }
        if (file.isChosen()) {
            return "";
        }
        var isOpen = file.problem()
                .filter(problem -> problem.code().equals("READ-TABLE-OPEN"))
                .isPresent();
        return RcpMessages.ALL.text(
                isOpen
                        ? "import.choose.table"
                        : !file.tables().isEmpty()
                                ? "import.choose.form"
                                : file.document().isPresent() ? "import.choose.document" : "import.choose.nothing");
    }

    private void check() {
        var isChosen =
                wizard.session() != null && wizard.session().files().stream().anyMatch(ImportedFile::isChosen);
        var problem = target.problem();
        setErrorMessage(problem);
        setPageComplete(problem == null && isChosen && target.isComplete());
    }
}
