package io.millrace.evaluator.dataset;

import io.millrace.evaluator.review.Kappa;
import io.millrace.schemas.CheckOutcome;
import io.millrace.schemas.CheckResult;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts how far the checks agree that could speak of the same records. */
final class AgreementTally {

    private final Map<Pair, Table> tables = new HashMap<>();
    private long records;
    private long unanimous;

    private record Pair(String first, String second) {}

    /** How often two checks passed a record, both or one of them. */
    private static final class Table {

        private long both;
        private long first;
        private long second;
        private long neither;

        void add(boolean firstPassed, boolean secondPassed) {
            both += firstPassed && secondPassed ? 1 : 0;
            first += firstPassed && !secondPassed ? 1 : 0;
            second += !firstPassed && secondPassed ? 1 : 0;
            neither += !firstPassed && !secondPassed ? 1 : 0;
        }

        long records() {
            return both + first + second + neither;
        }
    }

    void add(List<CheckResult> checks) {
        List<CheckResult> spoke = checks.stream().filter(AgreementTally::speaks).toList();
        if (spoke.size() < 2) {
            return;
        }
        records++;
        long passed = spoke.stream().filter(AgreementTally::passed).count();
        unanimous += passed == 0 || passed == spoke.size() ? 1 : 0;
        for (int second = 1; second < spoke.size(); second++) {
            for (int first = 0; first < second; first++) {
                add(spoke.get(first), spoke.get(second));
            }
        }
    }

    /** Those met after there are too many to be told apart count among all records only. */
    private void add(CheckResult first, CheckResult second) {
        var pair = new Pair(name(first), name(second));
        if (tables.size() < Counter.MAX_APART || tables.containsKey(pair)) {
            tables.computeIfAbsent(pair, any -> new Table()).add(passed(first), passed(second));
        }
    }

    DatasetQuality.CheckAgreement agreement() {
        List<DatasetQuality.CheckPair> pairs = tables.entrySet().stream()
                .map(entry -> pair(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(DatasetQuality.CheckPair::records)
                        .reversed()
                        .thenComparing(DatasetQuality.CheckPair::first)
                        .thenComparing(DatasetQuality.CheckPair::second))
                .toList();
        return new DatasetQuality.CheckAgreement(records, Shares.known(unanimous, records), pairs);
    }

    private static DatasetQuality.CheckPair pair(Pair pair, Table table) {
        Double kappa = Kappa.of(table.both, table.first, table.second, table.neither)
                .map(Kappa::value)
                .map(Shares::rounded)
                .orElse(null);
        double share = Shares.of(table.both + table.neither, table.records());
        return new DatasetQuality.CheckPair(pair.first, pair.second, table.records(), share, kappa);
    }

    private static String name(CheckResult check) {
        return Counter.brief(check.getName()) + "/" + Counter.brief(check.getVersion());
    }

    private static boolean passed(CheckResult check) {
        return check.getOutcome() == CheckOutcome.PASS;
    }

    private static boolean speaks(CheckResult check) {
        return switch (check.getOutcome()) {
            case PASS, FAIL, UNPARSEABLE -> true;
            case ERROR, TIMEOUT, SKIPPED, UNSUPPORTED -> false;
        };
    }
}
