package io.millrace.schemas;

/** What a page of a benchmark is kept under: the benchmark's name, its version and the page's number, so that they sort in order. */
public final class BenchmarkKey {

    private BenchmarkKey() {}

    public static String of(BenchmarkPage page) {
        return of(page.getBenchmark(), page.getVersion(), page.getPage());
    }

    public static String of(String benchmark, String version, int page) {
        return "%s/%s/%06d".formatted(benchmark, version, page);
    }
}
