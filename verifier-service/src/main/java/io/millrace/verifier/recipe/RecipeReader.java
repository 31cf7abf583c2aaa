package io.millrace.verifier.recipe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.millrace.schemas.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads verification recipes, which are YAML. */
public final class RecipeReader {

    private static final ObjectMapper YAML = JsonMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private RecipeReader() {}

    /** The recipe that holds where none is given. */
    public static VerificationRecipe standard() {
        try {
            return read(Resource.text(RecipeReader.class, "standard.yaml"));
        } catch (UnfitRecipeException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The recipe in a file, or the one that holds where none is given; a complaint names the file. */
    public static VerificationRecipe read(@Nullable Path file) throws UnfitRecipeException {
        if (file == null) {
            return standard();
        }
        try {
            return read(Files.readString(file));
        } catch (IOException e) {
            throw new UnfitRecipeException("cannot read the verification recipe " + file);
        } catch (UnfitRecipeException e) {
            throw new UnfitRecipeException("%s: %s".formatted(file, e.getMessage()));
        }
    }

    /** Reads a recipe, and says where it does not fit. */
    public static VerificationRecipe read(String yaml) throws UnfitRecipeException {
        try {
            return YAML.treeToValue(YAML.readTree(yaml), VerificationRecipe.class);
        } catch (JsonProcessingException e) {
            throw new UnfitRecipeException(complaint(e));
        }
    }

    /**
     * The settings of one check in the form that it wants.
     *
     * @param type a record; what is missing is null or zero
     */
    static <T> T settings(VerificationRecipe.Entry entry, Class<T> type) throws UnfitRecipeException {
        try {
            return YAML.treeToValue(entry.settings(), type);
        } catch (JsonProcessingException e) {
            throw new UnfitRecipeException("settings of %s: %s".formatted(entry.check(), complaint(e)));
        }
    }

    private static String complaint(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                "%s is unknown; there are %s"
                        .formatted(
                                path(unknown),
                                unknown.getKnownPropertyIds().stream()
                                        .map(Object::toString)
                                        .sorted()
                                        .collect(Collectors.joining(", ")));
            case InvalidFormatException odd -> "%s cannot be '%s'".formatted(path(odd), odd.getValue());
            case JsonMappingException mapping -> "%s does not fit".formatted(path(mapping));
            default -> "not YAML at line " + e.getLocation().getLineNr();
        };
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
