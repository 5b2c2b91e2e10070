export { AnswerCard } from './answer-card.tsx';
