/* SPDX-License-Identifier: EPL-2.0 */
package org.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.bieumau.core.expression.Function;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.pack.FolderPack;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Exporter;
import org.bieumau.core.spi.FunctionProvider;
import org.bieumau.core.spi.LayoutProfileProvider;
import org.bieumau.core.spi.Progress;
import org.bieumau.core.spi.Validator;
import org.bieumau.model.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faulty plug-ins are reported and switched off; the host continues. The package is that of a plug-in: classes of the
 * program are called without a deadline.
 */
class PluginsTest {

    @TempDir
    private Path folder;

    private final Registry registry = Registry.load(PluginsTest.class.getClassLoader(), Duration.ofMillis(300));

    private static class EmptyValidator implements Validator {

        @Override
        public String id() {
            return "x";
        }

        @Override
        public void validate(Library library, Consumer<Finding> report) throws InterruptedException {}
    }

    private List<String> codes() {
        return registry.problems().stream().map(Problem::code).toList();
    }

    private Optional<Boolean> call(Validator validator) {
        return registry.call(validator, () -> {
            validator.validate(null, finding -> {});
            return true;
        });
    }

    @Test
    void aPluginThatThrowsIsReportedAndNotCalledAgain() {
        var calls = new int[1];
        var broken = new EmptyValidator() {
            @Override
            public void validate(Library library, Consumer<Finding> report) {
                calls[0]++;
                throw new IllegalStateException("hỏng");
            }
        };
        registry.add(Validator.class, broken);
        assertEquals(Optional.empty(), call(broken));
        assertEquals(Optional.empty(), call(broken));
        assertEquals(1, calls[0]);
        assertEquals(List.of("PLUGIN-FAILED"), codes());
        assertTrue(registry.problems()
                .getFirst()
                .message()
                .contains(broken.getClass().getName()));
        assertTrue(registry.problems().getFirst().message().contains("hỏng"));
        assertEquals(List.of(), registry.validators());
    }

    @Test
    void aPluginThatDoesNotReturnIsReportedAsSlow() {
        var endless = new EmptyValidator() {
            @Override
            public void validate(Library library, Consumer<Finding> report) {
                while (true) {
                    Thread.onSpinWait();
                    if (Thread.currentThread().isInterrupted()) {
                        return;
                    }
                }
            }
        };
        registry.add(Validator.class, endless);
        assertEquals(Optional.empty(), call(endless));
        assertEquals(List.of("PLUGIN-SLOW"), codes());
    }

    @Test
    void errorsOfAPluginDoNotReachTheHost() {
        for (var error : List.of(
                new NoClassDefFoundError("org/example/Gone"), new StackOverflowError(), new AssertionError("x"))) {
            var broken = new EmptyValidator() {
                @Override
                public void validate(Library library, Consumer<Finding> report) {
                    throw error;
                }
            };
            assertEquals(Optional.empty(), call(broken));
        }
        assertEquals(List.of("PLUGIN-FAILED", "PLUGIN-FAILED", "PLUGIN-FAILED"), codes());
    }

    @Test
    void aPluginThatRequiresANewerVersionIsLeftOut() {
        registry.add(Validator.class, new EmptyValidator() {
            @Override
            public String requires() {
                return "99.0";
            }
        });
        assertEquals(List.of(), registry.validators());
        assertEquals(List.of("PLUGIN-VERSION"), codes());
        registry.add(Validator.class, new EmptyValidator() {
            @Override
            public String requires() {
                return "0.1";
            }
        });
        assertEquals(1, registry.validators().size());
    }

    @Test
    void theHighestRankIsUsedAmongEqualIds() {
        var first = new EmptyValidator();
        var higher = new EmptyValidator() {
            @Override
            public int rank() {
                return 5;
            }
        };
        registry.add(Validator.class, first);
        registry.add(Validator.class, higher);
        registry.add(Validator.class, new EmptyValidator());
        assertEquals(List.of(higher), registry.validators());
        assertSame(higher, registry.validators().getFirst());
    }

    /** The methods that describe a plug-in may throw or never return, too. */
    @Test
    void aPluginWithFaultyDescriptionIsLeftOut() {
        registry.add(Validator.class, new EmptyValidator() {
            @Override
            public String id() {
                throw new IllegalStateException("hỏng");
            }
        });
        registry.add(Validator.class, new EmptyValidator() {
            @Override
            public int rank() {
                while (!Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
                return 0;
            }
        });
        assertEquals(List.of("PLUGIN-UNLOADABLE", "PLUGIN-SLOW"), codes());
        assertEquals(List.of(), registry.validators());
    }

    @Test
    void aDuplicateIdIsReportedAndNotUsed() {
        var first = new EmptyValidator();
        registry.add(Validator.class, first);
        registry.add(Validator.class, new EmptyValidator() {});
        assertEquals(List.of(first), registry.validators());
        assertEquals(List.of("PLUGIN-DUPLICATE"), codes());
        assertTrue(
                registry.problems().getFirst().message().contains(PluginsTest.class.getName() + "$"),
                codes()::toString);
    }

    /** An exporter may take long if it reports progress. */
    @Test
    void anExporterWithoutProgressIsReportedAsSlow() throws Exception {
        var slow = exporter(progress -> {
            for (int row = 1; row <= 8; row++) {
                Thread.sleep(100);
                progress.done(row);
            }
        });
        assertTrue(registry.export(slow, null, OutputStream.nullOutputStream(), Progress.NONE));
        var endless = exporter(progress -> {
            progress.done(1);
            Thread.sleep(60_000);
        });
        assertFalse(registry.export(endless, null, OutputStream.nullOutputStream(), Progress.NONE));
        assertEquals("PLUGIN-SLOW", registry.failure(endless).orElseThrow().code());
        var broken = exporter(progress -> {
            throw new IllegalStateException("hỏng");
        });
        assertFalse(registry.export(broken, null, OutputStream.nullOutputStream(), Progress.NONE));
        assertEquals("PLUGIN-FAILED", registry.failure(broken).orElseThrow().code());
        var full = exporter(progress -> {
            throw new IOException("đầy");
        });
        assertEquals(
                "đầy",
                assertThrows(
                                IOException.class,
                                () -> registry.export(full, null, OutputStream.nullOutputStream(), Progress.NONE))
                        .getMessage());
        assertThrows(
                CancellationException.class,
                () -> registry.export(slow, null, OutputStream.nullOutputStream(), rows -> rows < 2));
        assertEquals(Optional.empty(), registry.failure(full));
    }

    private interface Work {
        void run(Progress progress) throws Exception;
    }

    private static Exporter exporter(Work work) {
        return new Exporter() {
            @Override
            public String id() {
                return "x";
            }

            @Override
            public void export(Layout layout, OutputStream out, Progress progress) throws IOException {
                try {
                    work.run(progress);
                } catch (IOException | RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    @Test
    void aProfileThatCannotBeReadIsIgnored() {
        registry.add(LayoutProfileProvider.class, new LayoutProfileProvider() {
            @Override
            public String id() {
                return "broken";
            }

            @Override
            public LayoutProfile profile() {
                throw new IllegalArgumentException("no such row");
            }
        });
        assertEquals(Optional.empty(), registry.profile("broken"));
        assertEquals(Optional.empty(), registry.profile("broken"));
        assertEquals(List.of("PLUGIN-FAILED"), codes());
        assertTrue(registry.profile("nd30").isPresent());
    }

    @Test
    void functionsReturnValuesRejectArgumentsOrFail() {
        registry.add(FunctionProvider.class, new FunctionProvider() {
            @Override
            public String id() {
                return "toán";
            }

            @Override
            public List<Function> functions() {
                return List.of(
                        new Function("bình phương", 1, "số nhân với chính nó", arguments -> {
                            if (arguments.getFirst() instanceof BigDecimal number) {
                                return number.multiply(number);
                            }
                            throw new IllegalArgumentException("cần một số");
                        }),
                        new Function("hỏng", 0, "", arguments -> {
                            throw new IllegalStateException("hỏng");
                        }));
            }
        });
        var square = registry.function("bình phương").orElseThrow();
        assertEquals(new BigDecimal(9), square.body().apply(List.of(new BigDecimal(3))));
        assertEquals(
                "cần một số",
                assertThrows(IllegalArgumentException.class, () -> square.body().apply(List.of("ba")))
                        .getMessage());
        assertEquals(List.of(), codes());
        assertThrows(
                IllegalArgumentException.class,
                () -> registry.function("hỏng").orElseThrow().body().apply(List.of()));
        assertEquals(List.of("PLUGIN-FAILED"), codes());
        assertEquals(Optional.empty(), registry.function("bình phương"));
    }

    @Test
    void aFolderWithAHeaderIsAPack() throws Exception {
        Files.writeString(folder.resolve("goi.properties"), "id = caobang\ntitle = Tỉnh Cao Bằng\nversion = 1\n");
        Files.writeString(folder.resolve("coquan.bieu"), "thư viện caobang\n");
        Files.writeString(folder.resolve("đọc.txt"), "");
        var pack = new FolderPack(folder);
        assertEquals("Tỉnh Cao Bằng", pack.title());
        assertEquals(Set.of("coquan.bieu"), pack.libraries().keySet());
        Files.writeString(folder.resolve("goi.properties"), "title = Tỉnh Cao Bằng\n");
        var failure = assertThrows(IOException.class, () -> new FolderPack(folder));
        assertTrue(failure.getMessage().contains("id"), failure.getMessage());
        Files.writeString(folder.resolve("goi.properties"), "id = a\nversion = 1\nlayout = thethuc.tsv\n");
        assertTrue(assertThrows(IOException.class, () -> new FolderPack(folder))
                .getMessage()
                .contains("thethuc.tsv"));
    }

    @Test
    void theProjectsOwnContributionsHaveNoProblems() {
        assertEquals(List.of(), codes());
        assertFalse(registry.profiles().isEmpty());
    }
}
