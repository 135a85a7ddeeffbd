/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.bieumau.dsl.ide.internal.imports.ImportResult;
import org.bieumau.rcp.internal.RcpMessages;
import org.bieumau.reading.internal.values.Answer;
import org.bieumau.reading.internal.values.Question;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;

/** Third page: the questions that the file leaves open, by kind and column, each with the answer that will be used. */
final class ValuesPage extends ImportPage {

    /** A question about a file. */
    private record Asked(Path file, Question question) {}

    /** Questions of one kind about one column. */
    private record Group(Question.Kind kind, String column) {}

    private Tree tree;
    private Combo answer;
    private Button same;
    private final List<Answer> answers = new ArrayList<>();

    ValuesPage(ImportWizard wizard) {
        super(wizard, "import.values");
    }

    @Override
    public void createControl(Composite parent) {
        var area = new Composite(parent, SWT.NONE);
        area.setLayout(new GridLayout());
        label(area, "import.values.list");
        tree = named(new Tree(area, SWT.SINGLE | SWT.BORDER | SWT.FULL_SELECTION), "import.values.list");
        tree.setHeaderVisible(true);
        tree.setLinesVisible(true);
        var data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.heightHint = 240;
        tree.setLayoutData(data);
        column("import.question", 490);
        column("import.place", 210);
        column("import.answer", 190);
        tree.addListener(SWT.Selection, event -> {
            showAnswers();
            // A long question does not fit into its column.
            setMessage(((TreeItem) event.item).getText(0));
        });
        var row = new Composite(area, SWT.NONE);
        row.setLayout(new GridLayout(3, false));
        ((GridLayout) row.getLayout()).marginWidth = 0;
        row.setLayoutData(new GridData(SWT.FILL, SWT.BOTTOM, true, false));
        label(row, "import.answer.choose");
        answer = named(new Combo(row, SWT.DROP_DOWN | SWT.READ_ONLY), "import.answer.choose");
        answer.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        answer.addListener(SWT.Selection, event -> choose(List.of(selected())));
        same = new Button(row, SWT.PUSH);
        same.setText(RcpMessages.ALL.text("import.same"));
        same.setToolTipText(RcpMessages.ALL.text("import.same.tip"));
        same.addListener(SWT.Selection, event -> choose(List.of(tree.getItems())));
        setControl(area);
    }

    private void column(String key, int width) {
        var column = new TreeColumn(tree, SWT.NONE);
        column.setText(RcpMessages.ALL.text(key));
        column.setWidth(width);
    }

    @Override
    protected boolean prepare() {
        return wizard.begin() && wizard.read();
    }

    @Override
    protected void focus() {
        tree.setFocus();
    }

    // Content

    @Override
    protected void show() {
        tree.removeAll();
        var groups = new LinkedHashMap<Group, List<Asked>>();
        for (var form : wizard.result().forms()) {
            collect(form, groups);
        }
        groups.forEach((group, questions) -> {
            var item = new TreeItem(tree, SWT.NONE);
            item.setData(group);
            item.setText(0, title(group, questions.size()));
            for (var asked : questions) {
                var child = new TreeItem(item, SWT.NONE);
                child.setData(asked);
                child.setText(0, line(asked.question().text()));
                child.setText(1, place(asked));
            }
            item.setExpanded(groups.size() < 6 || questions.size() < 6);
        });
        showTexts();
        setMessage(RcpMessages.ALL.text(groups.isEmpty() ? "import.values.none" : "import.values.tip"));
        if (tree.getItemCount() > 0) {
            tree.setSelection(tree.getItem(0));
        }
        showAnswers();
        setPageComplete(true);
    }

    private static void collect(ImportResult.ReadForm form, LinkedHashMap<Group, List<Asked>> groups) {
        for (var question : form.questions()) {
            groups.computeIfAbsent(new Group(question.kind(), question.column()), key -> new ArrayList<>())
                    .add(new Asked(form.file(), question));
        }
    }

    private static String title(Group group, int count) {
        return RcpMessages.ALL.text(
                "import.question." + group.kind().name().toLowerCase(Locale.ROOT), line(group.column()), count);
    }

    private String place(Asked asked) {
        var position = asked.question().place().position();
        return wizard.session().files().size() > 1 ? asked.file().getFileName() + ", " + position : position;
    }

    /** Shows the answers that will be used. */
    private void showTexts() {
        for (var group : tree.getItems()) {
            var texts = new ArrayList<String>();
            for (var item : group.getItems()) {
                var asked = (Asked) item.getData();
                var text = text(wizard.session().answer(asked.file(), asked.question()), asked.question());
                item.setText(2, text);
                texts.add(text);
            }
            group.setText(
                    2,
                    texts.stream().distinct().count() == 1
                            ? texts.getFirst()
                            : RcpMessages.ALL.text("import.answer.several"));
        }
    }

    private static String text(Answer answer, Question question) {
        return switch (answer) {
            case Answer.TermOf(var title) -> RcpMessages.ALL.text("import.answer.term", title);
            case Answer.Fixed fixed -> {
                var key = "import.answer." + fixed.name().toLowerCase(Locale.ROOT);
                var isRow = question.kind() == Question.Kind.HIDDEN_ROW || question.kind() == Question.Kind.SAMPLE_ROW;
                yield RcpMessages.ALL.text(isRow ? key + ".row" : key);
            }
        };
    }

    private TreeItem selected() {
        return tree.getSelectionCount() == 0 ? null : tree.getSelection()[0];
    }

    private static List<Asked> questions(TreeItem item) {
        if (item.getData() instanceof Asked asked) {
            return List.of(asked);
        }
        var questions = new ArrayList<Asked>();
        for (var child : item.getItems()) {
            questions.add((Asked) child.getData());
        }
        return questions;
    }

    /** Offers the answers to the selected question, or to all questions of the selected group. */
    private void showAnswers() {
        answers.clear();
        answer.removeAll();
        var item = selected();
        answer.setEnabled(item != null);
        same.setEnabled(item != null);
        if (item != null) {
            var first = questions(item).getFirst();
            for (var each : first.question().answers()) {
                answers.add(each);
                answer.add(text(each, first.question()));
            }
            answer.select(answers.indexOf(wizard.session().answer(first.file(), first.question())));
        }
    }

    /** Gives the chosen answer to all questions of the items to which it is possible and which are of the same kind. */
    private void choose(List<TreeItem> items) {
        if (answer.getSelectionIndex() < 0) {
            return;
        }
        var chosen = answers.get(answer.getSelectionIndex());
        var kind = questions(selected()).getFirst().question().kind();
        for (var item : items) {
            for (var asked : questions(item)) {
                if (asked.question().kind() == kind
                        && asked.question().answers().contains(chosen)) {
                    wizard.session().answer(asked.file(), asked.question(), chosen);
                }
            }
        }
        wizard.decided();
        showTexts();
    }
}
