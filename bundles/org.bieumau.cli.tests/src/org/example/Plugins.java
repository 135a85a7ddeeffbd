/* SPDX-License-Identifier: EPL-2.0 */
package org.example;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.bieumau.core.expression.Function;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.spi.Exporter;
import org.bieumau.core.spi.FunctionProvider;
import org.bieumau.core.spi.Progress;
import org.bieumau.core.spi.Validator;
import org.bieumau.model.Library;
import org.bieumau.model.Severity;

/** Plug-ins of others, good and faulty, which tests put into jars ({@link PluginJar}). */
public final class Plugins {

    private Plugins() {}

    /** Writes a word. */
    public static class GoodExporter implements Exporter {

        @Override
        public String id() {
            return "good";
        }

        @Override
        public void export(Layout layout, OutputStream out, Progress progress) throws IOException {
            out.write("tốt".getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Has an id before <code>docx</code>, and fails when it writes. */
    public static class FailingExporter extends GoodExporter {

        @Override
        public String id() {
            return "aaa";
        }

        @Override
        public void export(Layout layout, OutputStream out, Progress progress) {
            throw new IllegalStateException("máy in hết giấy");
        }
    }

    public static class UnwillingExporter extends FailingExporter {

        @Override
        public boolean accepts(Layout layout) {
            throw new IllegalStateException("không hiểu trang này");
        }
    }

    public static class OptionExporter extends FailingExporter {

        @Override
        public Exporter with(Map<String, String> options) {
            throw new IllegalStateException("không hiểu tùy chọn");
        }
    }

    public static class NullIdExporter extends GoodExporter {

        @Override
        public String id() {
            return null;
        }
    }

    public static class PathIdExporter extends GoodExporter {

        @Override
        public String id() {
            return "../x";
        }
    }

    public static class FailingConstructor extends GoodExporter {

        public FailingConstructor() {
            throw new IllegalStateException("thiếu cấu hình máy in");
        }
    }

    public static class FailingInitializer extends GoodExporter {

        private static final int LENGTH = Integer.parseInt("mười");

        @Override
        public int rank() {
            return LENGTH;
        }
    }

    public static class PrivateConstructor extends GoodExporter {

        private PrivateConstructor() {}
    }

    public static class NoExporter {}

    /** Reports each file. */
    public static class GoodValidator implements Validator {

        @Override
        public String id() {
            return "v-good";
        }

        @Override
        public void validate(Library library, Consumer<Finding> report) throws InterruptedException {
            report.accept(new Finding("MY-CODE", Severity.WARNING, "đã kiểm tra", library, null, List.of()));
        }
    }

    public static class FailingValidator extends GoodValidator {

        @Override
        public String id() {
            return "v-failing";
        }

        @Override
        public void validate(Library library, Consumer<Finding> report) {
            throw new IllegalStateException("không nối được máy chủ");
        }
    }

    public static class NullValidator extends GoodValidator {

        @Override
        public String id() {
            return "v-null";
        }

        @Override
        public Set<String> provinces() {
            return null;
        }
    }

    /** Ends the program in each of the ways that Java has. */
    public static class ExitingValidator extends FailingValidator {

        @Override
        public String id() {
            return "v-exit";
        }

        @Override
        public void validate(Library library, Consumer<Finding> report) {
            System.exit(7);
        }
    }

    public static class HaltingValidator extends ExitingValidator {

        @Override
        public String id() {
            return "v-halt";
        }

        @Override
        public void validate(Library library, Consumer<Finding> report) {
            Runtime.getRuntime().halt(7);
        }
    }

    public static class ExitReferenceValidator extends ExitingValidator {

        @Override
        public String id() {
            return "v-reference";
        }

        @Override
        public void validate(Library library, Consumer<Finding> report) {
            List.of(7).forEach(System::exit);
        }
    }

    /** Prints to standard output, as programs that are being written do. */
    public static class TalkingValidator extends GoodValidator {

        @Override
        public String id() {
            return "v-talk";
        }

        @Override
        public void validate(Library library, Consumer<Finding> report) {
            System.out.println("đang kiểm tra …");
        }
    }

    public static class NullFunctions implements FunctionProvider {

        @Override
        public String id() {
            return "f-null";
        }

        @Override
        public List<Function> functions() {
            return null;
        }
    }
}
