/** jsdom lays nothing out, and its CSS parser knows no container queries. */
export default undefined;
