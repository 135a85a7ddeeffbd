/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.print.DocFlavor;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import javax.print.attribute.HashPrintRequestAttributeSet;
import javax.print.attribute.PrintRequestAttributeSet;
import javax.print.attribute.standard.Copies;
import javax.print.attribute.standard.PageRanges;
import javax.print.attribute.standard.Sides;
import org.bieumau.core.internal.export.ExportPlan;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.dsl.ui.internal.document.OpenDocument;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.ElementPage;
import org.bieumau.model.LibraryElement;
import org.bieumau.rcp.internal.OpenTexts;
import org.bieumau.rcp.internal.RcpMessages;
import org.bieumau.rcp.internal.SystemProgram;
import org.bieumau.rcp.internal.export.DataDialogs;
import org.bieumau.rcp.internal.export.StudioData;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Asks for the printer, the pages and the copies. Without a printer, it says so and offers the pages as a PDF. The
 * printers and the elements of the file are looked up in a job.
 */
final class PrintDialog extends Dialog {

    private static final int OPEN = IDialogConstants.CLIENT_ID;
    private static final int WIDTH = 300;
    private static final int MOST_COPIES = 999;
    private static final List<Sides> SIDES =
            List.of(Sides.ONE_SIDED, Sides.TWO_SIDED_LONG_EDGE, Sides.TWO_SIDED_SHORT_EDGE);

    private final BieuEditor editor;
    private final OpenDocument open;
    private List<PrintService> printers = List.of();
    private Combo element;
    private Combo printer;
    private Button all;
    private Button some;
    private Text pages;
    private Spinner copies;
    private Combo sides;
    private Label message;

    PrintDialog(Shell parent, BieuEditor editor) {
        super(parent);
        this.editor = editor;
        this.open = editor.open();
        setBlockOnOpen(false);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(RcpMessages.ALL.text("print"));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        var area = (Composite) super.createDialogArea(parent);
        var fields = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(fields);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(fields);
        element = combo(fields, "print.element");
        printer = combo(fields, "print.printer");
        printer.addListener(SWT.Selection, event -> check());
        label(fields, "print.pages");
        all = new Button(fields, SWT.RADIO);
        all.setText(RcpMessages.ALL.text("print.all"));
        all.setSelection(true);
        all.addListener(SWT.Selection, event -> check());
        label(fields, null);
        var range = new Composite(fields, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(range);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(range);
        some = new Button(range, SWT.RADIO);
        some.setText(RcpMessages.ALL.text("print.some"));
        some.addListener(SWT.Selection, event -> {
            all.setSelection(!some.getSelection());
            if (some.getSelection()) {
                pages.setFocus();
            }
            check();
        });
        all.addListener(SWT.Selection, event -> some.setSelection(!all.getSelection()));
        pages = new Text(range, SWT.BORDER);
        pages.setMessage(RcpMessages.ALL.text("print.some.example"));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(pages);
        pages.addListener(SWT.Modify, event -> {
            some.setSelection(!pages.getText().isBlank());
            all.setSelection(pages.getText().isBlank());
            check();
        });
        label(fields, "print.copies");
        copies = new Spinner(fields, SWT.BORDER);
        copies.setValues(1, 1, MOST_COPIES, 0, 1, 10);
        sides = combo(fields, "print.sides");
        SIDES.forEach(each -> sides.add(RcpMessages.ALL.text("print.sides." + SIDES.indexOf(each))));
        sides.select(0);
        message = new Label(fields, SWT.WRAP);
        message.setText(RcpMessages.ALL.text("print.looking"));
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .hint(WIDTH, convertHeightInCharsToPixels(3))
                .applyTo(message);
        return area;
    }

    private static void label(Composite parent, String key) {
        var label = new Label(parent, SWT.NONE);
        label.setText(key == null ? "" : RcpMessages.ALL.text(key));
    }

    private static Combo combo(Composite parent, String key) {
        label(parent, key);
        var combo = new Combo(parent, SWT.DROP_DOWN | SWT.READ_ONLY);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(WIDTH, SWT.DEFAULT)
                .applyTo(combo);
        return combo;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, OPEN, RcpMessages.ALL.text("print.open"), false);
        createButton(parent, IDialogConstants.OK_ID, RcpMessages.ALL.text("print"), true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    @Override
    public void create() {
        super.create();
        getButton(OPEN).setEnabled(false);
        getButton(OK).setEnabled(false);
        var display = getShell().getDisplay();
        var shown = editor.shownPage()
                .filter(ElementPage.class::isInstance)
                .map(page -> ((ElementPage<?>) page).element())
                .orElse("");
        var caret = editor.caret();
        ICoreRunnable read = monitor -> {
            var choice = open.read(resource -> Choice.of(resource, shown, caret));
            later(display, () -> show(choice));
        };
        Job.createSystem(RcpMessages.ALL.text("print.looking"), read).schedule();
        ICoreRunnable look = monitor -> {
            var found = PrintServiceLookup.lookupPrintServices(DocFlavor.SERVICE_FORMATTED.PAGEABLE, null);
            var usual = PrintServiceLookup.lookupDefaultPrintService();
            later(display, () -> show(Arrays.asList(found), usual));
        };
        Job.createSystem(RcpMessages.ALL.text("print.looking"), look).schedule();
    }

    private void later(Display display, Runnable step) {
        display.asyncExec(() -> {
            if (getShell() != null && !getShell().isDisposed()) {
                step.run();
            }
        });
    }

    /** The names of the elements that can be printed, and the index of the proposed one. */
    private record Choice(List<String> names, int proposed) {

        /** Proposes the element that a page shows, or else that at the caret, or else the first one. */
        static Choice of(XtextResource resource, String shown, int caret) {
            var elements = Libraries.library(resource)
                    .map(library -> Stream.concat(ExportPlan.usual(library).stream(), ExportPlan.all(library).stream())
                            .distinct()
                            .filter(each -> each.getName() != null)
                            .toList())
                    .orElse(List.of());
            var names = elements.stream().map(LibraryElement::getName).toList();
            var at = elements.stream()
                    .filter(each -> NodeModelUtils.findActualNodeFor(each)
                            .getTotalTextRegion()
                            .contains(caret))
                    .findFirst();
            return new Choice(
                    names,
                    Math.max(
                            0,
                            names.contains(shown)
                                    ? names.indexOf(shown)
                                    : at.map(elements::indexOf).orElse(0)));
        }
    }

    private void show(Choice choice) {
        element.setItems(choice.names().toArray(String[]::new));
        element.select(choice.proposed());
        element.setEnabled(choice.names().size() > 1);
        check();
    }

    private void show(List<PrintService> found, PrintService usual) {
        printers = found;
        printer.setItems(found.stream().map(PrintService::getName).toArray(String[]::new));
        printer.select(Math.max(0, found.indexOf(usual)));
        printer.setEnabled(!found.isEmpty());
        if (found.isEmpty()) {
            message.setText(RcpMessages.ALL.text("print.none"));
            getShell().setDefaultButton(getButton(OPEN));
        } else {
            message.setText("");
        }
        check();
    }

    private PrintService printer() {
        return printer.getSelectionIndex() < 0 ? null : printers.get(printer.getSelectionIndex());
    }

    private void check() {
        var hasElement = element.getSelectionIndex() >= 0;
        var chosen = printer();
        var isRange = all.getSelection() || isRange(pages.getText());
        if (chosen != null) {
            sides.setEnabled(chosen.isAttributeCategorySupported(Sides.class));
            message.setText(isRange ? "" : RcpMessages.ALL.text("print.some.wrong"));
        }
        getButton(OPEN).setEnabled(hasElement);
        getButton(OK).setEnabled(hasElement && chosen != null && isRange);
    }

    private static boolean isRange(String text) {
        try {
            return new PageRanges(text).getMembers().length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private PrintRequestAttributeSet choices() {
        var choices = new HashPrintRequestAttributeSet();
        choices.add(new Copies(copies.getSelection()));
        if (some.getSelection()) {
            choices.add(new PageRanges(pages.getText()));
        }
        if (sides.isEnabled()) {
            choices.add(SIDES.get(sides.getSelectionIndex()));
        }
        return choices;
    }

    @Override
    protected void buttonPressed(int id) {
        if (id == OPEN) {
            schedule((subject, data, monitor) -> open(subject, data, monitor));
            super.buttonPressed(IDialogConstants.CANCEL_ID);
        } else if (id == IDialogConstants.OK_ID) {
            var chosen = printer();
            var choices = choices();
            schedule((subject, data, monitor) ->
                    Printing.print(subject, chosen, choices, data, count -> printed(count, chosen), monitor));
            super.buttonPressed(id);
        } else {
            super.buttonPressed(id);
        }
    }

    /** Lays out the pages in the background, and uses them. */
    private interface Use {

        void run(Printing.Subject subject, StudioData data, IProgressMonitor monitor)
                throws Printing.FailedException, IOException;
    }

    private void schedule(Use use) {
        var subject = subject();
        var shell = editor.getSite().getShell();
        var job = Job.create(RcpMessages.ALL.text("print.running", subject.element()), monitor -> {
            try {
                use.run(subject, new StudioData(new DataDialogs(shell), monitor), monitor);
                return Status.OK_STATUS;
            } catch (CancellationException | OperationCanceledException e) {
                return Status.CANCEL_STATUS;
            } catch (Printing.FailedException e) {
                tell(shell, e.getMessage());
            } catch (IOException | RuntimeException e) {
                Platform.getLog(PrintDialog.class).error(e.getMessage(), e);
                tell(shell, RcpMessages.ALL.text("print.failed", String.valueOf(e.getMessage())));
            }
            return (IStatus) Status.OK_STATUS;
        });
        job.setUser(true);
        job.schedule();
    }

    /** Returns what is to be printed, with the texts that the editors show. Called on the UI thread. */
    private Printing.Subject subject() {
        var file = open.path() == null ? Path.of(editor.getTitle()).toAbsolutePath() : open.path();
        var texts = OpenTexts.now();
        texts.put(OpenTexts.normal(file), open.document().get());
        return new Printing.Subject(OpenTexts.normal(file), texts, element.getText());
    }

    private static void open(Printing.Subject subject, StudioData data, IProgressMonitor monitor)
            throws Printing.FailedException, IOException {
        // The program that shows the files needs them for as long as it runs.
        var folder = Files.createTempDirectory("bieumau");
        for (var file : Printing.write(subject, folder, data, monitor)) {
            Display.getDefault()
                    .asyncExec(() -> SystemProgram.open(Display.getDefault().getActiveShell(), file));
        }
    }

    private static void tell(Shell shell, String sentence) {
        Display.getDefault().asyncExec(() -> {
            if (!shell.isDisposed()) {
                MessageDialog.openError(shell, RcpMessages.ALL.text("print"), sentence);
            }
        });
    }

    private void printed(int count, PrintService chosen) {
        Display.getDefault().asyncExec(() -> editor.tell(RcpMessages.ALL.text("print.done", count, chosen.getName())));
    }
}
