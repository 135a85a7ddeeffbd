/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import java.util.List;
import java.util.Optional;
import org.bieumau.core.problem.Problem;
import org.bieumau.editor.spi.EditorPage;
import org.bieumau.editor.spi.EditorPageFactory;
import org.bieumau.editor.spi.FileModel;
import org.bieumau.editor.spi.PageSite;
import org.bieumau.editor.spi.TextRange;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Library;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

/** A page as a plug-in contributes it, using the contract alone: edits the title of the first form template. */
public final class TitlePage implements EditorPage<TitlePage.Content> {

    static final String ID = "org.bieumau.rcp.tests.title";

    /** Whether the factory creates a page; false in other tests, which expect the editor without it. */
    static boolean isInstalled;

    /** Whether the failing factory throws an exception. */
    static boolean factoryFails;

    /** Whether the page throws an exception when it shows its content. */
    static boolean failsToShow;

    /** How often the failing factory was called. */
    static int failures;

    /** The title and the text range of its template. */
    record Title(String text, TextRange range) {}

    /** The title, if the file has a template, in this version of the text. */
    record Content(Optional<Title> title, int version) {}

    /** Creates the page. */
    public static final class Factory implements EditorPageFactory {
        @Override
        public Optional<TitlePage> create(PageSite site) {
            return isInstalled ? Optional.of(new TitlePage(site)) : Optional.empty();
        }
    }

    /** Throws an exception instead of creating a page. */
    public static final class FailingFactory implements EditorPageFactory {
        @Override
        public Optional<TitlePage> create(PageSite site) {
            if (factoryFails) {
                failures++;
                throw new IllegalStateException("hỏng thử");
            }
            return Optional.empty();
        }
    }

    final PageSite site;
    private Text field;
    private Title title;
    int shownVersion = -1;
    int revealed = -1;
    int disposals;
    List<Problem> problems = List.of();

    private TitlePage(PageSite site) {
        this.site = site;
    }

    @Override
    public Control createControl(Composite parent) {
        field = new Text(parent, SWT.SINGLE | SWT.BORDER);
        field.addListener(SWT.Modify, event -> site.typed());
        return field;
    }

    @Override
    public boolean isTyping() {
        return title != null && !title.text().equals(field.getText());
    }

    @Override
    public void commit() {
        if (isTyping()) {
            rename(field.getText());
        }
    }

    /** Types a text into the field. */
    void type(String text) {
        field.setText(text);
    }

    static Optional<FormTemplate> template(Library library) {
        return library.getElements().stream()
                .filter(FormTemplate.class::isInstance)
                .map(FormTemplate.class::cast)
                .findFirst();
    }

    @Override
    public Content read(FileModel model) {
        return new Content(
                model.library()
                        .flatMap(TitlePage::template)
                        .map(each ->
                                new Title(each.getTitle(), model.rangeOf(each).orElseThrow())),
                model.version());
    }

    @Override
    public void show(Content content) {
        if (failsToShow) {
            throw new IllegalStateException("hiện hỏng");
        }
        title = content.title().orElse(null);
        field.setText(content.title().map(Title::text).orElse(""));
        shownVersion = content.version();
    }

    String shown() {
        return field.getText();
    }

    void rename(String text) {
        site.change(TitlePage::template, template -> template.setTitle(text));
    }

    @Override
    public void problemsChanged(List<Problem> found) {
        problems = found;
    }

    @Override
    public void reveal(int offset) {
        revealed = offset;
    }

    @Override
    public Optional<TextRange> selection() {
        return Optional.ofNullable(title).map(Title::range);
    }

    @Override
    public void dispose() {
        disposals++;
    }
}
