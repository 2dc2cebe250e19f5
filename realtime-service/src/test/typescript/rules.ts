import "./rules-parts";
import "./rules-streams";
import "./rules-watching";
import "./rules-answers";
import "./rules-coming-back";
import "./rules-moving";
import "./rules-keeping-on";
import { run } from "./testing";

void run();
