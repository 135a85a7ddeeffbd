/* SPDX-License-Identifier: EPL-2.0 */
import java.util.List;
import org.bieumau.consolidation.internal.engine.LocalEngine;
import org.bieumau.consolidation.spi.ConsolidationEngine;
import org.bieumau.core.spi.Progress;

/** Adds up numbers as the returns of a campaign are. */
public final class Campaigns {

    public static void main(String[] arguments) throws Exception {
        var sum = new LocalEngine(2)
                .run(
                        List.of(1, 2, 3),
                        new ConsolidationEngine.Work<Integer, Integer>() {
                            @Override
                            public Integer empty() {
                                return 0;
                            }

                            @Override
                            public Integer apply(Integer input) {
                                return input;
                            }

                            @Override
                            public Integer merge(Integer one, Integer other) {
                                return one + other;
                            }
                        },
                        Progress.NONE);
        if (sum != 6) {
            throw new IllegalStateException(sum.toString());
        }
    }
}
