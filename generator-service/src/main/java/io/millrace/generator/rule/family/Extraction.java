package io.millrace.generator.rule.family;

import io.millrace.generator.rule.document.Field;
import io.millrace.generator.rule.document.Form;
import io.millrace.generator.rule.item.Family;
import io.millrace.generator.rule.item.Item;
import io.millrace.generator.rule.item.Solution;
import io.millrace.generator.rule.item.Template;
import io.millrace.schemas.StructuredTask;
import io.millrace.schemas.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Messages whose facts belong into a JSON document of a given schema, along with what does not belong there. */
public final class Extraction {

    private Extraction() {}

    public static Family family() {
        return new Family("extraction", 1, List.of(List.of(message(2)), List.of(message(4)), List.of(message(6))));
    }

    private static Template message(int fields) {
        return (choices, chance) -> {
            List<Field> told = Field.all(choices);
            Form form = new Form(chance.distinct(fields, told));
            return item(form, chance.distinct(told.size(), told));
        };
    }

    private static Item item(Form form, List<Field> message) {
        String text = message.stream().map(Field::sentence).collect(Collectors.joining(" "));
        String prompt =
                "Extract from this message a JSON document of this schema, with nothing else in it.\n%s\nMessage: %s"
                        .formatted(form.schema(), text);
        StructuredTask structured = new StructuredTask(prompt, form.schema(), form.document());
        Task task = Task.newBuilder().setStructured(structured).build();
        List<String> steps = new ArrayList<>();
        form.fields()
                .forEach(
                        field -> steps.add("The field %s is told by \"%s\"".formatted(field.name(), field.sentence())));
        List<Supplier<Solution>> mistakes = new ArrayList<>();
        form.mistakes(message).forEach(wrong -> mistakes.add(() -> solution(steps, wrong)));
        return new Item(prompt, task, solution(steps, form.document()), form.document()::equals, mistakes);
    }

    private static Solution solution(List<String> steps, String document) {
        return new Solution(steps, document, "```json\n" + document + "\n```");
    }
}
