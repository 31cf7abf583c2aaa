package io.millrace.evaluator.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * The metadata of a dataset card, as the Hugging Face Hub reads it.
 *
 * @see <a href="https://huggingface.co/docs/hub/datasets-cards">Dataset cards</a>
 * @see <a href="https://huggingface.co/docs/hub/datasets-manual-configuration">Configurations and splits</a>
 */
final class CardHeader {

    /** SPDX identifiers in lower case that the Hub knows under the same name. */
    private static final Set<String> LICENCES = Set.of(
            "apache-2.0",
            "mit",
            "isc",
            "unlicense",
            "mpl-2.0",
            "bsd-2-clause",
            "bsd-3-clause",
            "cc0-1.0",
            "cc-by-2.0",
            "cc-by-2.5",
            "cc-by-3.0",
            "cc-by-4.0",
            "cc-by-sa-3.0",
            "cc-by-sa-4.0",
            "cc-by-nc-2.0",
            "cc-by-nc-3.0",
            "cc-by-nc-4.0",
            "cc-by-nd-4.0",
            "cc-by-nc-nd-3.0",
            "cc-by-nc-nd-4.0",
            "cc-by-nc-sa-2.0",
            "cc-by-nc-sa-3.0",
            "cc-by-nc-sa-4.0",
            "unknown");

    private static final Map<String, String> TASKS = Map.of(
            "math", "question-answering",
            "text", "question-answering",
            "puzzle", "question-answering",
            "sql", "table-question-answering");

    /** The first number of records that is too many for the category. */
    private static final TreeMap<Long, String> SIZES = new TreeMap<>(Map.of(
            1_000L, "n<1K",
            10_000L, "1K<n<10K",
            100_000L, "10K<n<100K",
            1_000_000L, "100K<n<1M",
            10_000_000L, "1M<n<10M",
            100_000_000L, "10M<n<100M"));

    private static final String LARGEST = "100M<n<1B";

    private CardHeader() {}

    /** A document in YAML, without its marks. */
    static String of(Manifest manifest) {
        Manifest.Counts counts = manifest.counts();
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("pretty_name", manifest.dataset() + " " + Versions.name(manifest.version()));
        header.put("license", licences(counts));
        header.put("language", languages(counts));
        header.put("size_categories", List.of(size(manifest.records())));
        header.put("task_categories", tasks(counts));
        header.put("tags", List.copyOf(counts.source().keySet()));
        header.put("configs", configs(manifest.files()));
        header.values().removeIf(List.of()::equals);
        return yaml().dump(header);
    }

    private static Yaml yaml() {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setSplitLines(false);
        return new Yaml(options);
    }

    private static List<String> licences(Manifest.Counts counts) {
        return counts.licence().keySet().stream()
                .map(licence -> licence.toLowerCase(Locale.ROOT))
                .map(licence -> LICENCES.contains(licence) ? licence : "other")
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> languages(Manifest.Counts counts) {
        return counts.language().keySet().stream()
                .map(tag -> Locale.forLanguageTag(tag).getLanguage())
                .filter(language -> !language.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private static String size(long records) {
        Map.Entry<Long, String> category = SIZES.higherEntry(records);
        return category == null ? LARGEST : category.getValue();
    }

    private static List<String> tasks(Manifest.Counts counts) {
        return Stream.concat(
                        Stream.of("text-generation"),
                        counts.task().keySet().stream().map(task -> TASKS.getOrDefault(task, "text-generation")))
                .distinct()
                .toList();
    }

    /** One for each format; the first is what is loaded where none is asked for. */
    private static List<Map<String, Object>> configs(List<DataFile> files) {
        List<Map<String, Object>> configs = new ArrayList<>();
        for (ExportFormat format : List.of(ExportFormat.CHAT, ExportFormat.PARQUET)) {
            List<Map<String, Object>> splits = files.stream()
                    .filter(file -> file.name().endsWith("." + format.extension()))
                    .map(file -> ordered("split", file.split(), "path", file.name()))
                    .toList();
            if (!splits.isEmpty()) {
                String name = format.name().toLowerCase(Locale.ROOT);
                Map<String, Object> config = ordered("config_name", name, "data_files", splits);
                config.put("default", configs.isEmpty());
                configs.add(config);
            }
        }
        return configs;
    }

    private static Map<String, Object> ordered(String first, Object one, String second, Object two) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(first, one);
        map.put(second, two);
        return map;
    }
}
