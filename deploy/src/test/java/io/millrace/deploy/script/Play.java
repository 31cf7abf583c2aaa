package io.millrace.deploy.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** Plays all scenes at the same time: a question belongs to the one scene that has a line for it. */
public final class Play implements Script {

    private final List<Scene> scenes;
    private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();

    public Play(List<Scene> scenes) {
        this.scenes = List.copyOf(scenes);
    }

    @Override
    public Optional<Reply> reply(JsonNode request) {
        String conversation = request.path("messages")
                .valueStream()
                .map(message -> "%s: %s\n"
                        .formatted(
                                message.path("role").asText(),
                                message.path("content").asText()))
                .collect(Collectors.joining());
        List<Heard> answers = scenes.stream()
                .flatMap(scene -> answer(scene, request, conversation).stream())
                .toList();
        if (answers.size() != 1) {
            unexpected.add("%d scenes for: %s".formatted(answers.size(), conversation));
            return Optional.empty();
        }
        heard.addAll(answers);
        return Optional.of(answers.getFirst().reply());
    }

    private Optional<Heard> answer(Scene scene, JsonNode request, String conversation) {
        return scene.dialogue().stream()
                .filter(line -> line.fits(conversation))
                .findFirst()
                .map(line -> new Heard(scene, line, request, line.reply(conversation, turn(line))));
    }

    private int turn(Line line) {
        return (int)
                heard.stream().filter(earlier -> earlier.line().equals(line)).count();
    }

    /** What was asked in a scene so far. */
    public List<Heard> heard(Scene scene) {
        return heard.stream().filter(each -> each.scene().equals(scene)).toList();
    }

    /** Conversations that not exactly one scene has a line for. */
    public List<String> unexpected() {
        return List.copyOf(unexpected);
    }
}
