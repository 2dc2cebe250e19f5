package app.vstrivia.api.question;

import app.vstrivia.model.text.Decimal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A body in the columns of the table.
 *
 * @param choices {@code [{"text","correct"}]}, which matches read as well; {@code []} where choices cannot say it
 * @param rest JSON of what choices cannot say; null where they say it all
 */
public record StoredBody(QuestionKind kind, String choices, String rest) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static StoredBody of(QuestionBody body) {
        boolean inChoices = body.kind().isOfChoices();
        String fields = fields(body).toString();
        return inChoices
                ? new StoredBody(body.kind(), fields(body).path("choices").toString(), null)
                : new StoredBody(body.kind(), "[]", fields);
    }

    public QuestionBody body() {
        try {
            return switch (kind) {
                case SINGLE -> new QuestionBody.Single(choiceList());
                case MULTIPLE -> new QuestionBody.Multiple(choiceList());
                case BOOLEAN ->
                    new QuestionBody.TrueFalse(choiceList().stream()
                            .anyMatch(
                                    choice -> choice.correct() && choice.text().equals("True")));
                case NUMERIC -> number(JSON.readTree(rest));
                case ORDERING -> new QuestionBody.Ordering(texts(JSON.readTree(rest), "items"));
                case TEXT -> new QuestionBody.Text(texts(JSON.readTree(rest), "accepted"));
                case POLL -> new QuestionBody.Poll(texts(JSON.readTree(rest), "options"));
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the bank holds a question that is not valid", e);
        }
    }

    /** The fields as our own JSON has them. */
    public static ObjectNode fields(QuestionBody body) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        if (body instanceof QuestionBody.Numeric number) {
            fields.put("value", number.value().toPlainString());
            fields.put("tolerance", number.tolerance().toPlainString());
            if (number.slider() != null) {
                fields.putObject("slider")
                        .put("min", number.slider().min().toPlainString())
                        .put("max", number.slider().max().toPlainString())
                        .put("step", number.slider().step().toPlainString());
            }
        } else if (body instanceof QuestionBody.Ordering ordering) {
            put(fields.putArray("items"), ordering.items());
        } else if (body instanceof QuestionBody.Text text) {
            put(fields.putArray("accepted"), text.accepted());
        } else if (body instanceof QuestionBody.Poll poll) {
            put(fields.putArray("options"), poll.options());
        } else {
            ArrayNode choices = fields.putArray("choices");
            body.choices()
                    .forEach(choice ->
                            choices.addObject().put("text", choice.text()).put("correct", choice.correct()));
        }
        return fields;
    }

    private List<Choice> choiceList() throws JsonProcessingException {
        return List.of(JSON.readValue(choices, Choice[].class));
    }

    private static QuestionBody number(JsonNode fields) {
        JsonNode scale = fields.path("slider");
        Slider slider = scale.isObject()
                ? new Slider(decimal(scale, "min"), decimal(scale, "max"), decimal(scale, "step"))
                : null;
        return new QuestionBody.Numeric(decimal(fields, "value"), decimal(fields, "tolerance"), slider);
    }

    private static BigDecimal decimal(JsonNode fields, String name) {
        return Decimal.of(fields.path(name).asText());
    }

    private static List<String> texts(JsonNode fields, String name) {
        List<String> texts = new ArrayList<>();
        fields.path(name).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static void put(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
