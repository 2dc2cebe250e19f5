import "./style.css";
import "./ui/app";
